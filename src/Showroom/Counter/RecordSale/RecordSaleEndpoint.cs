using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Web;

namespace ZhongFu.Showroom.Counter.RecordSale;

internal sealed class RecordSaleEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/showroom/sales", Record)
            .WithSummary("Records a counter sale that has happened").ToHolders(ShowroomPermissions.Sell).RequireIdempotencyKey();

    private static async Task<Created<RecordedSale>> Record(RecordSaleCommand command, IMediator mediator, CancellationToken cancellationToken)
    {
        var sale = await mediator.Send(command, cancellationToken);
        return TypedResults.Created($"/pos/sales/{sale.Id}", sale);
    }
}
