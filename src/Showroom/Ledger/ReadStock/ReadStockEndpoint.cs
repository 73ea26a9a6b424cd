using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Ledger.ReadStock;

internal sealed class ReadStockEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/stock", Read)
        .WithSummary("What stands where, at real places").ToHolders(ShowroomPermissions.ReadStock);

    private static async Task<Ok<StockPageOf>> Read(IMediator mediator, CancellationToken cancellationToken, string? skuId = null, string? locationId = null, int page = 1, int pageSize = 500) =>
        TypedResults.Ok(await mediator.Send(new ReadStockQuery(Id(skuId, nameof(skuId)), Id(locationId, nameof(locationId)), page, pageSize), cancellationToken));

    /// <summary>A filter that is named but left empty filters nothing.</summary>
    private static Guid? Id(string? text, string field) => string.IsNullOrEmpty(text) ? null
        : Guid.TryParse(text, out var id) ? id : throw new ValidationException([new ValidationFailure(field, "Not an id.")]);
}
