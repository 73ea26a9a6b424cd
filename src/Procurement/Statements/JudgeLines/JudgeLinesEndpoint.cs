using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Statements.JudgeLines;

internal sealed class JudgeLinesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/statements/{id:guid}/verdict", Judge)
        .WithSummary("Agree or dispute lines of a statement; what is agreed is payable at once").ToHolders(ProcurementPermissions.Pay).RequireIdempotencyKey();

    private static async Task<Ok<JudgedLines>> Judge(Guid id, LineVerdict body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new JudgeLinesCommand(id, body.LineIds ?? [], body.Agree, body.Reason), cancellationToken));

    internal sealed record LineVerdict(bool Agree, IReadOnlyList<Guid>? LineIds = null, string? Reason = null);
}
