using System.Globalization;
using System.Security.Cryptography;
using FluentValidation;
using Microsoft.Extensions.Localization;
using ZhongFu.Ordering.Addresses;
using ZhongFu.Ordering.Freight;
using ZhongFu.Ordering.PickUp;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Orders;

/// <summary>Where a buyer wants the goods: to an address, or to a pick-up point.</summary>
/// <param name="Kind">Courier or Pickup.</param>
/// <param name="Recipient">Courier: who receives it.</param>
/// <param name="Phone">Courier: mobile or landline.</param>
/// <param name="Province">Courier: code or name.</param>
/// <param name="City">Courier: code or name.</param>
/// <param name="District">Courier: code or name.</param>
/// <param name="Street">Courier: code or name.</param>
/// <param name="Detail">Courier: road, house, door.</param>
/// <param name="LocationId">Pickup: the point.</param>
internal sealed record WantedDelivery(
    DeliveryKind Kind, string? Recipient = null, string? Phone = null, string? Province = null, string? City = null, string? District = null, string? Street = null, string? Detail = null,
    Guid? LocationId = null)
{
    public string? Recipient { get; init; } = PlainText.Clean(Recipient);

    public string? Detail { get; init; } = PlainText.Clean(Detail);
}

internal sealed class WantedDeliveryRules : AbstractValidator<WantedDelivery>
{
    public WantedDeliveryRules(IStringLocalizer<OrderText> text)
    {
        RuleFor(x => x.Kind).IsInEnum();
        When(x => x.Kind == DeliveryKind.Courier, () =>
        {
            RuleFor(x => x.Recipient).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Phone).NotEmpty().MaximumLength(30).Must(phone => PhoneText.Normalise(phone) is not null).WithErrorCode("phone").WithMessage(_ => text["PhoneWrong"]);
            RuleFor(x => x.Province).NotEmpty().MaximumLength(40);
            RuleFor(x => x.City).NotEmpty().MaximumLength(40);
            RuleFor(x => x.District).NotEmpty().MaximumLength(40);
            RuleFor(x => x.Street).NotEmpty().MaximumLength(40);
            RuleFor(x => x.Detail).NotEmpty().MaximumLength(200);
            RuleFor(x => x.LocationId).Null();
        }).Otherwise(() => RuleFor(x => x.LocationId).NotEmpty());
    }
}

/// <summary>Turns a wish into a delivery and its freight.</summary>
internal sealed class DeliveryDesk(Regions regions, FreightRules freight, PickUpPlaces points, IStringLocalizer<OrderText> text)
{
    public async Task<(Delivery Delivery, long FreightFen)> Arrange(WantedDelivery wish, long goodsFen, long grams, CancellationToken cancellationToken)
    {
        if (wish.Kind == DeliveryKind.Pickup)
        {
            var point = await points.Find(wish.LocationId!.Value, cancellationToken) ?? throw new RuleBroken("order.no-such-point", "Orders cannot be collected there.");
            return (Delivery.AtPoint(point.LocationId, point.Name, RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture)), 0);
        }
        var region = regions.Resolve(wish.Province!, wish.City!, wish.District!, wish.Street!)
            ?? throw new ValidationException([new("delivery.street", text["RegionsDiffer"])]);
        var rule = freight.For(region.Code[..2]);
        if (!rule.Deliverable) throw new RuleBroken("order.not-deliverable", "We do not deliver there.");
        return (Delivery.ByCourier(wish.Recipient!, PhoneText.Normalise(wish.Phone)!, region.Code, region.Name, wish.Detail!), rule.Fen(goodsFen, grams));
    }
}
