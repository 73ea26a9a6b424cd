using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Budgets.ReadBudgets;

internal sealed class ReadBudgetsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/procurement/budgets", Read)
        .WithSummary("Budgets of the unit and the movements of a year").ToHolders(ProcurementPermissions.Read);

    private static async Task<Ok<BudgetSheet>> Read(IMediator mediator, CancellationToken cancellationToken, int? year = null, int page = 1) =>
        TypedResults.Ok(await mediator.Send(new ReadBudgetsQuery(year, page), cancellationToken));
}
