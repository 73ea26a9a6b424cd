using FluentValidation;
using MediatR;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.ShelfItems.FindShelfItem;

/// <summary>What lies behind a scanned barcode or a typed article code.</summary>
internal sealed record FindShelfItemQuery(string Code) : IQuery<FoundShelfItem>;

/// <summary>A SKU as the till shows it.</summary>
internal sealed record FoundShelfItem(Guid SkuId, string Code, string Barcode, string Name, string County, long PriceFen, bool IsOnSale);

internal sealed class FindShelfItemValidator : AbstractValidator<FindShelfItemQuery>
{
    public FindShelfItemValidator() =>
        RuleFor(x => x.Code).NotEmpty().MaximumLength(40)
            .Must(code => code is null || code.Length < 8 || !code.All(char.IsAsciiDigit) || ScannedCode.IsGtin(code)).WithErrorCode("barcode.invalid").WithMessage("Not a barcode with a right check digit.");
}

internal sealed class FindShelfItemHandler(ShowroomDb db) : IRequestHandler<FindShelfItemQuery, FoundShelfItem>
{
    public async Task<FoundShelfItem> Handle(FindShelfItemQuery request, CancellationToken cancellationToken)
    {
        var found = await db.FindByCode([request.Code], cancellationToken);
        return found.TryGetValue(request.Code, out var item) ? new(item.SkuId, item.Code, item.Barcode, item.Name, item.County, item.PriceFen, item.IsOnSale) : throw new NotFound("The code");
    }
}
