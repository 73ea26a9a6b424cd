using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Counter.CountReprint;

internal sealed class CountReprintEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/sales/{id:guid}/reprints", Count)
        .WithSummary("Counts one more print of a receipt").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<CountedReprint>> Count(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CountReprintCommand(id), cancellationToken));
}
