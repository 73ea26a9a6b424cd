using FluentValidation;
using ZhongFu.Showroom.ShelfItems;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Counter.RecordSale;

internal sealed class RecordSaleValidator : AbstractValidator<RecordSaleCommand>
{
    public RecordSaleValidator()
    {
        RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
        RuleFor(x => x.LocalNumber).InclusiveBetween(1, 1_000_000_000_000);
        RuleFor(x => x.SoldAt).Must(at => at.Year is >= 2020 and <= 2100).WithMessage("Not a believable time.");
        RuleFor(x => x.DiscountFen).InclusiveBetween(0, 100_000_000_000);
        RuleFor(x => x.MemberPhone).Must(x => x is null || SaleBesides.IsPhone(x)).WithMessage("Not a mobile number.").When(x => !x.Offline);
        RuleFor(x => x.ReceiptToken).Matches("^[A-Za-z0-9_-]{22,64}$");
        Lines();
        Tenders();
    }

    private void Lines()
    {
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 200 }).WithMessage("At most 200 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 9999);
            line.RuleFor(x => x.Batch).MaximumLength(40).Matches("^[A-Za-z0-9./_-]+$").When(x => x.Batch is not null);
            line.RuleFor(x => x.PriceFen).InclusiveBetween(0, 100_000_000);
            line.RuleFor(x => x.DiscountFen).InclusiveBetween(0, 100_000_000_000);
            line.RuleFor(x => x.SkuId).Must((x, id) => id is null != x.Barcode is null).WithMessage("Give skuId or barcode, not both.");
            line.RuleFor(x => x.Barcode).Must(ScannedCode.IsGtin).WithErrorCode("barcode.invalid").WithMessage("Not a barcode with a right check digit.").When(x => x.Barcode is not null);
        });
    }

    private void Tenders()
    {
        RuleFor(x => x.Tenders).NotEmpty().Must(tenders => tenders is null or { Count: <= 10 }).WithMessage("At most 10 tenders.");
        RuleForEach(x => x.Tenders).NotNull().ChildRules(tender =>
        {
            tender.RuleFor(x => x.AmountFen).InclusiveBetween(1, 10_000_000_000);
            tender.RuleFor(x => x.Reference).MaximumLength(80);
            tender.RuleFor(x => x.Kind).Cascade(CascadeMode.Stop)
                .Must(kind => Enum.GetNames<TenderKind>().Contains(kind)).WithErrorCode("tender.unknown").WithMessage("Not a kind of tender.")
                .Must(kind => kind is not (nameof(TenderKind.WeChatPay) or nameof(TenderKind.Alipay))).WithErrorCode("tender.not-supported").WithMessage("Paid by scan: send ScanToPay.");
        });
        RuleFor(x => x.Tenders).Must(x => x is null || Vouchers(x).Distinct().Count() == Vouchers(x).Count()).WithErrorCode("voucher.twice").WithMessage("A voucher pays once.");
        RuleFor(x => x.AccountCode).NotEmpty().WithMessage("On whose account?").When(x => !x.Offline && x.Tenders is not null && x.Tenders.Any(t => t?.Kind == nameof(TenderKind.OnAccount)));
    }

    private static IEnumerable<string> Vouchers(IEnumerable<GivenTender?> tenders) =>
        tenders.Where(x => x is { Kind: nameof(TenderKind.Voucher), Reference.Length: > 0 }).Select(x => x!.Reference!.Trim().ToUpperInvariant());
}
