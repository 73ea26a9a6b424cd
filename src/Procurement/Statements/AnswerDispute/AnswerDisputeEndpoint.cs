using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Statements.AnswerDispute;

internal sealed class AnswerDisputeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/supply/statements/{id:guid}/lines/{line:guid}/answer", Answer)
        .WithSummary("Give way by a credit note, or say why not").ToHolders(ProcurementPermissions.Supply).RequireIdempotencyKey();

    private static async Task<NoContent> Answer(Guid id, Guid line, DisputeAnswer body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new AnswerDisputeCommand(id, line, body.CreditFen, body.Answer), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record DisputeAnswer(long CreditFen, string Answer);
}
