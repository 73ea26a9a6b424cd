using System.Net.ServerSentEvents;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Catalog.Storefront.WatchStock;

/// <summary>A stream of stock changes for the SKUs a page shows: first how it stands, then each change.</summary>
internal sealed class WatchStockEndpoint : IEndpoint
{
    /// <summary>A page shows at most this many products.</summary>
    public const int MostIds = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/live/stock", Watch).ToEveryone()
        .WithName("WatchStock").WithSummary("Server-Sent Events 'stock' with id, text, level (ok, low, none) and available, for up to 100 SKU ids joined by commas.")
        .WithMetadata(new DisableRequestTimeoutAttribute());

    private static ServerSentEventsResult<StockNews> Watch(string? ids, StockWatch watch, IStringLocalizer<StorefrontText> text, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(watch.Follow(Read(ids, text), cancellationToken));

    private static List<Guid> Read(string? ids, IStringLocalizer text)
    {
        var parts = (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var read = parts.Take(MostIds + 1).Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).Distinct().ToList();
        return parts.Length is > 0 and <= MostIds && !read.Contains(Guid.Empty) ? read
            : throw new ValidationException([new ValidationFailure("ids", text["SkuIdsWrong", MostIds])]);
    }
}
