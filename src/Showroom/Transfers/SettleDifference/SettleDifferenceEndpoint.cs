using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Transfers.SettleDifference;

internal sealed class SettleDifferenceEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/transfers/{id:guid}/settlements", Settle)
        .WithSummary("A second person says what became of a difference").ToHolders(ShowroomPermissions.Approve).RequireIdempotencyKey();

    private static async Task<Ok<SettledDifference>> Settle(Guid id, Outcome body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SettleDifferenceCommand(id, body.Line, body.Batch, body.Became, body.Quantity, body.Note), cancellationToken));

    internal sealed record Outcome(int Line, string? Batch, string Became, long Quantity, string Note);
}
