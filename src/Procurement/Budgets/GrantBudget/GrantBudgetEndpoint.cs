using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Procurement.Budgets.GrantBudget;

internal sealed class GrantBudgetEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/budgets", Grant)
        .WithSummary("Raise or lower the unit's budget of a year").ToHolders(ProcurementPermissions.Pay).RequireIdempotencyKey();

    private static async Task<NoContent> Grant(GrantBudgetCommand body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(body, cancellationToken);
        return TypedResults.NoContent();
    }
}
