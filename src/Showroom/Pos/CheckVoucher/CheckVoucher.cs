using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Pos.CheckVoucher;

/// <summary>Whether a voucher has paid already: asked before the goods leave, for the sale itself is never refused.</summary>
internal sealed record CheckVoucherQuery(string Code) : IQuery<VoucherState>;

/// <summary>The answer.</summary>
internal sealed record VoucherState(bool IsUsed);

internal sealed class CheckVoucherValidator : AbstractValidator<CheckVoucherQuery>
{
    public CheckVoucherValidator() => RuleFor(x => x.Code).NotEmpty().MaximumLength(80);
}

internal sealed class CheckVoucherHandler(ShowroomDb db) : IRequestHandler<CheckVoucherQuery, VoucherState>
{
    public async Task<VoucherState> Handle(CheckVoucherQuery request, CancellationToken cancellationToken)
    {
        var code = request.Code.Trim().ToUpperInvariant();
        return new(await db.UsedVouchers.AnyAsync(x => x.Code == code, cancellationToken));
    }
}
