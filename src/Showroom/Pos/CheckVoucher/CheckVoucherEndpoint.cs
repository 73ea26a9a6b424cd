using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.Pos.CheckVoucher;

internal sealed class CheckVoucherEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/showroom/till/vouchers/{code}", Check)
        .WithSummary("Whether a voucher has paid already").ToHolders(ShowroomPermissions.Sell);

    private static async Task<Ok<VoucherState>> Check(string code, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CheckVoucherQuery(code), cancellationToken));
}
