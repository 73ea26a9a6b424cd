using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;

namespace ZhongFu.Procurement.Rfqs.WriteRfq;

/// <summary>Writes down what is asked; nobody else sees it before it is published.</summary>
/// <param name="Title">At most 80 characters.</param>
/// <param name="Place">Where the goods go, at most 200 characters; prices are for goods delivered there.</param>
/// <param name="Note">At most 500 characters.</param>
/// <param name="Deadline">With its zone; when it is published it must lie 2 hours to 60 days ahead.</param>
/// <param name="Lines">1 to 50 lines.</param>
/// <param name="SupplierIds">The invited cooperatives, or null: all.</param>
internal sealed record WriteRfqCommand(string Title, string Place, DateTime Deadline, IReadOnlyList<WantedLine> Lines, string? Note = null, IReadOnlyList<Guid>? SupplierIds = null) : ICommand<WrittenRfq>;

/// <summary>One line: an article by its code, or words.</summary>
/// <param name="Code">Article code or barcode; name and unit are then the catalogue's.</param>
/// <param name="Name">At most 120 characters; needed without a code.</param>
/// <param name="County">County of origin wished for, at most 40 characters.</param>
/// <param name="Quantity">1 to 100,000.</param>
/// <param name="Unit">At most 10 characters; needed without a code.</param>
/// <param name="WantedOn">China date, from tomorrow on, within a year.</param>
internal sealed record WantedLine(long Quantity, DateOnly WantedOn, string? Code = null, string? Name = null, string? Unit = null, string? County = null);

/// <summary>The draft.</summary>
internal sealed record WrittenRfq(Guid Id, string Number, int Invited);

internal sealed class WriteRfqValidator : AbstractValidator<WriteRfqCommand>
{
    public WriteRfqValidator(TimeProvider clock)
    {
        RuleFor(x => x.Title).Must(x => Fits(x, 80)).WithMessage("What it is about, at most 80 characters.");
        RuleFor(x => x.Place).Must(x => Fits(x, 200)).WithMessage("Where the goods go, at most 200 characters.");
        RuleFor(x => x.Note).MaximumLength(500);
        RuleFor(x => x.Deadline).Must(x => x.Kind != DateTimeKind.Unspecified).WithMessage("Say the time zone.")
            .Must(x => x.ToUniversalTime() >= clock.UtcNow() + Rfq.LeastNotice && x.ToUniversalTime() <= clock.UtcNow() + Rfq.LongestNotice).WithMessage("At least 2 hours and at most 60 days ahead.");
        RuleFor(x => x.Lines).NotEmpty().Must(x => x is null or { Count: <= 50 }).WithMessage("At most 50 lines.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.Name).Must(x => Fits(x, 120)).When(x => string.IsNullOrWhiteSpace(x.Code)).WithMessage("An article code, or words of at most 120 characters.");
            line.RuleFor(x => x.Unit).Must(x => Fits(x, 10)).When(x => string.IsNullOrWhiteSpace(x.Code)).WithMessage("The unit, at most 10 characters.");
            line.RuleFor(x => x.Code).MaximumLength(40);
            line.RuleFor(x => x.County).MaximumLength(40);
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, 100_000);
            line.RuleFor(x => x.WantedOn).Must(x => x > clock.Today() && x <= clock.Today().AddDays(366)).WithMessage("From tomorrow on, within a year.");
        });
        RuleFor(x => x.SupplierIds).Must(x => x is null or { Count: > 0 and <= 500 }).WithMessage("At least one cooperative, or leave it out for all.");
    }

    private static bool Fits(string? text, int most) => PlainText.Clean(text) is { } clean && clean.Length <= most;
}

internal sealed class WriteRfqHandler(ProcurementDb db, IBulkOffers offers, RequestContext request, TimeProvider clock) : IRequestHandler<WriteRfqCommand, WrittenRfq>
{
    public async Task<WrittenRfq> Handle(WriteRfqCommand command, CancellationToken cancellationToken)
    {
        var (buyer, actor, now) = (request.Actor.Organisation(ProcurementPermissions.Request), request.Actor, clock.UtcNow());
        var cooperatives = await db.Organisations.Where(x => x.Kind == OrganisationKind.Cooperative && x.State == OrganisationState.Active).Select(x => x.Id).ToListAsync(cancellationToken);
        var invited = command.SupplierIds?.Distinct().ToList() ?? cooperatives;
        if (invited.Except(cooperatives).Any()) throw new ValidationException([new ValidationFailure("SupplierIds", "Not a cooperative.")]);

        var lines = new List<RfqLine>();
        foreach (var (line, at) in command.Lines.Select((line, at) => (line, at)))
        {
            var offer = string.IsNullOrWhiteSpace(line.Code) ? null
                : await offers.FindByCode(line.Code.Trim(), cancellationToken) ?? throw new ValidationException([new ValidationFailure($"Lines[{at}].Code", "No article has this code.")]);
            lines.Add(new RfqLine(Guid.Empty, 0, offer?.Offer.SkuId, offer?.Offer.Code, offer is null ? PlainText.Clean(line.Name)! : $"{offer.Offer.ProductName} {offer.Offer.SkuName}",
                PlainText.Clean(line.County), line.Quantity, offer?.Unit ?? PlainText.Clean(line.Unit)!, line.WantedOn));
        }
        var rfq = Rfq.Write(await PaperSerial.Next(db, "XJ", now, cancellationToken), buyer, actor.UserId!.Value, actor.Name, now);
        rfq.Say(PlainText.Clean(command.Title)!, PlainText.Clean(command.Place)!, PlainText.Clean(command.Note), command.Deadline.ToUniversalTime(), lines);
        db.Add(rfq);
        db.AddRange(invited.Select(x => new RfqInvitation(rfq.Id, x)));
        return new WrittenRfq(rfq.Id, rfq.Number, invited.Count);
    }
}
