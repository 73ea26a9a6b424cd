using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations.ReviewUnit;

internal sealed class ReviewUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/api/procurement/units/{code}/review", Review)
        .WithSummary("Agree to a registration or refuse it").ToHolders(ProcurementPermissions.Review);

    private static async Task<NoContent> Review(string code, UnitReview body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ReviewUnitCommand(code, body.Agree, body.Note), cancellationToken);
        return TypedResults.NoContent();
    }

    internal sealed record UnitReview(bool Agree, string? Note = null);
}
