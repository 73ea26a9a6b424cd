using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZhongFu.Ordering.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Ordering.Addresses.KeepAddress;

/// <summary>Writes an address into one's book, or changes one.</summary>
/// <param name="Id">Null: a new one.</param>
/// <param name="RegionCode">Code of the street, or of the district where there are no streets.</param>
internal sealed record KeepAddressCommand(Guid? Id, string? Recipient, string? Phone, string? RegionCode, string? Detail, bool IsDefault) : ICommand<Guid>
{
    public string? Recipient { get; init; } = PlainText.Clean(Recipient);

    public string? Detail { get; init; } = PlainText.Clean(Detail);
}

internal sealed class KeepAddressRules : AbstractValidator<KeepAddressCommand>
{
    public KeepAddressRules(IStringLocalizer<AddressText> text, Regions regions)
    {
        RuleFor(x => x.Recipient).NotEmpty().WithMessage(_ => text["RecipientMissing"]).MaximumLength(50).WithMessage(_ => text["TooLong"]);
        RuleFor(x => x.Phone).Must(phone => PhoneText.Normalise(phone) is not null).WithMessage(_ => text["PhoneWrong"]);
        RuleFor(x => x.RegionCode).Must(code => code is { Length: 9 or 6 } && regions.NameOf(code) is not null && regions.Below(code).Count == 0).WithMessage(_ => text["RegionMissing"]);
        RuleFor(x => x.Detail).NotEmpty().WithMessage(_ => text["DetailMissing"]).MaximumLength(200).WithMessage(_ => text["TooLong"]);
    }
}

internal sealed class KeepAddressHandler(OrderingDb db, Regions regions, RequestContext context) : IRequestHandler<KeepAddressCommand, Guid>
{
    public async Task<Guid> Handle(KeepAddressCommand command, CancellationToken cancellationToken)
    {
        var owner = context.Actor.Key;
        var book = await db.Addresses.Where(x => x.OwnerKey == owner).ToListAsync(cancellationToken);
        var written = SavedAddress.Of(owner);
        written.Write(command.Recipient!, PhoneText.Normalise(command.Phone)!, new Region(command.RegionCode!, regions.FullName(command.RegionCode!)), command.Detail!);
        var address = command.Id is { } id
            ? book.FirstOrDefault(x => x.Id == id) ?? throw new NotFound("The address")
            : book.FirstOrDefault(x => x.SaysTheSameAs(written)) ?? Added(written, book.Count);
        address.Copy(written);
        if (command.IsDefault) book.ForEach(other => other.MakeDefault(false));
        address.MakeDefault(command.IsDefault || book.Count == 0 || (command.Id is null && address.IsDefault));
        return address.Id;
    }

    private SavedAddress Added(SavedAddress address, int before)
    {
        if (before >= SavedAddress.Most) throw new RuleBroken("address.too-many", "At most 30 addresses.");
        return db.Addresses.Add(address).Entity;
    }
}
