using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.ListOrders;

internal sealed class ListOrdersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/ordering/orders", Handle).ToHolders(OrderingPermissions.ReadOrders).WithSummary("Your orders, newest first");

    private static async Task<Ok<OrderPage>> Handle(string? state, string? cursor, IMediator mediator, IStringLocalizer<OrderText> text, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListOrdersQuery(string.IsNullOrEmpty(state) ? null : [Known(state, text)], cursor), cancellationToken));

    /// <summary>By name only: the framework would also take numbers.</summary>
    private static OrderState Known(string state, IStringLocalizer text) =>
        Enum.GetNames<OrderState>().Contains(state) ? Enum.Parse<OrderState>(state) : throw new ValidationException([new("state", text["StateWrong"])]);
}
