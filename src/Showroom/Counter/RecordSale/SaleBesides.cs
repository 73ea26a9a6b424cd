using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Ui;
using ZhongFu.Showroom.Approvals;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Places;
using ZhongFu.Showroom.ScanPayments;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.RecordSale;

/// <summary>What a sale carries beside goods and money: approval, member, sub-centre, account, vouchers. Misfits are tasks, for the sale has happened; only what the
/// till could have asked before is refused, and never when it had no link.</summary>
internal sealed class SaleBesides(ShowroomDb db, IConfiguration settings, RecordSaleCommand request)
{
    private const long DefaultDiscountLimitFen = 1000;

    /// <summary>A mobile number of mainland China.</summary>
    public static bool IsPhone(string text) => text is ['1', >= '3' and <= '9', ..] && text.Length == 11 && text.All(char.IsAsciiDigit);

    /// <summary>What is known before the sale is written.</summary>
    public async Task<SaleExtras> Gather(IReadOnlyList<SoldGoods> goods, CancellationToken cancellationToken)
    {
        var (phone, code) = (request.MemberPhone is { } given && IsPhone(given) ? given : null, request.AccountCode?.Trim());
        var account = string.IsNullOrEmpty(code) ? null : await db.AccountBuyers.Where(x => x.Code == code && x.IsOpen).Select(x => x.Code).FirstOrDefaultAsync(cancellationToken);
        if (code is not null && account is null && !request.Offline) throw new ValidationException([new ValidationFailure("AccountCode", "No open account has this code.") { ErrorCode = "account.unknown" }]);
        var subCentre = await db.Locations.Where(x => x.Id == request.SubCentreId && x.Kind == LocationKind.SubCentre).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);
        var token = request.ReceiptToken is { } chosen && !await db.Sales.AnyAsync(x => x.Token == chosen, cancellationToken) ? chosen : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        return new(token, request.DiscountFen, await FindApprover(goods, cancellationToken), MemberKeyOf(phone), phone is null ? null : Format.MaskedPhone(phone), subCentre, account, request.Offline);
    }

    /// <summary>What follows from the sale: the account's debt, vouchers used up, tasks.</summary>
    public async Task Settle(Sale sale, CancellationToken cancellationToken)
    {
        if (sale.DiscountFen > LimitFen && sale.ApprovedBy is null) sale.Note(SaleTask.DiscountUnapproved, LimitFen, sale.DiscountFen);
        if (request.TotalFen is { } total && total != sale.TotalFen) sale.Note(SaleTask.TotalDiffers, sale.TotalFen, total);
        if (request.SubCentreId is not null && sale.SubCentreId is null) sale.Note(SaleTask.SubCentreUnknown);
        foreach (var scanned in sale.Tenders.Where(x => x.Kind == TenderKind.ScanToPay))
            if (!await ScannedMoney.TakeFor(db, scanned.Reference, scanned.AmountFen, sale.Id, cancellationToken)) sale.Note(SaleTask.PaymentUnconfirmed, scanned.AmountFen, 0);
        await Charge(sale, cancellationToken);
        await UseVouchers(sale, cancellationToken);
    }

    private long LimitFen => long.TryParse(settings["Showroom:DiscountLimitFen"], out var limit) ? limit : DefaultDiscountLimitFen;

    private async Task<string?> FindApprover(IReadOnlyList<SoldGoods> goods, CancellationToken cancellationToken)
    {
        if (request.DiscountFen + goods.Sum(x => x.DiscountFen) <= LimitFen || request.ApprovalId is not { } id) return null;
        // The sale keeps who approved; the approval only needs to be used up.
        return (await Approval.Use(db, id, Deed.Discount, request.DeviceId, id, cancellationToken))?.By;
    }

    /// <summary>A hash only with a key: without one, eleven digits are soon tried through.</summary>
    private string? MemberKeyOf(string? phone) =>
        phone is null || settings["Showroom:MemberKey"] is not { Length: >= 16 } key ? null : Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes("+86" + phone)));

    private async Task Charge(Sale sale, CancellationToken cancellationToken)
    {
        var owed = sale.Tenders.Where(x => x.Kind == TenderKind.OnAccount).Sum(x => x.AmountFen);
        if (owed == 0) return;
        if (sale.AccountCode is not { } code)
        {
            sale.Note(SaleTask.AccountUnknown, 0, owed);
            return;
        }
        await db.AccountBuyers.Where(x => x.Code == code).ExecuteUpdateAsync(x => x.SetProperty(b => b.OwedFen, b => b.OwedFen + owed), cancellationToken);
        var buyer = await db.AccountBuyers.AsNoTracking().FirstAsync(x => x.Code == code, cancellationToken);
        if (buyer.OwedFen > buyer.LimitFen) sale.Note(SaleTask.OverLimit, buyer.LimitFen, buyer.OwedFen);
    }

    private async Task UseVouchers(Sale sale, CancellationToken cancellationToken)
    {
        foreach (var voucher in sale.Tenders.Where(x => x is { Kind: TenderKind.Voucher, Reference.Length: > 0 }))
        {
            var code = voucher.Reference!.Trim().ToUpperInvariant();
            if (!await db.UsedVouchers.AnyAsync(x => x.Code == code, cancellationToken)) db.Add(new UsedVoucher { Code = code, SaleId = sale.Id });
            else if (request.Offline) sale.Note(SaleTask.VoucherTwice, 0, voucher.AmountFen);
            else throw new RuleBroken("voucher.used", "This voucher has paid for another sale.", new { field = "tenders" });
        }
    }
}
