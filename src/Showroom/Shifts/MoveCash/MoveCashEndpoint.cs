using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Shifts.MoveCash;

internal sealed class MoveCashEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/showroom/shifts/{id:guid}/cash-movements", Move)
        .WithSummary("Puts cash into the drawer or takes it out, with a reason").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Created<MovedCash>> Move(Guid id, CashMove body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await mediator.Send(new MoveCashCommand(id, body.Direction, body.AmountFen, body.Reason), cancellationToken));

    private sealed record CashMove(string Direction, long AmountFen, string Reason);
}
