using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.FulfilOrder;

/// <summary>The browser's door: the small forms in the rows of the operators' list.</summary>
internal sealed class FulfilForm : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ops/orders/{id:guid}/fulfilment", Handle).ToHolders(OrderingPermissions.Fulfil).ExcludeFromDescription();

    private static async Task<IResult> Handle(Guid id, HttpContext http, IAntiforgery antiforgery, IMediator mediator, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.Problem(statusCode: 400, title: "The form's token is missing or too old.");
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var outcome = "done=1";
        try
        {
            var step = form["step"] == "Ship" ? FulfilmentStep.Ship : FulfilmentStep.Pack;
            await mediator.Send(new FulfilOrderCommand(id, step, form["carrier"], form["trackingNumber"].ToString().Trim() is { Length: > 0 } number ? number : null), cancellationToken);
        }
        catch (ValidationException) { outcome = "problem=tracking-number"; }
        catch (RuleBroken rule) { outcome = $"problem={Uri.EscapeDataString(rule.Code)}"; }
        http.Response.Headers.Location = $"/ops/orders?{outcome}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
