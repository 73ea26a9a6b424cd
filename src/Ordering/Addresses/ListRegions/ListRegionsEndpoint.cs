using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Addresses.ListRegions;

internal sealed class ListRegionsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/ordering/regions", Handle).ToEveryone().WithSummary("Provinces, or what lies directly below a division");

    private static Ok<IReadOnlyList<Region>> Handle(Regions regions, string? parent) =>
        string.IsNullOrEmpty(parent) || regions.NameOf(parent) is not null ? TypedResults.Ok(regions.Below(parent ?? "")) : throw new Platform.Domain.NotFound("The division");
}
