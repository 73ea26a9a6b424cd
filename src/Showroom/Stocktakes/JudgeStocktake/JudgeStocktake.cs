using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.Reservations;

namespace ZhongFu.Showroom.Stocktakes.JudgeStocktake;

/// <summary>What becomes of a stocktake.</summary>
internal enum StocktakeVerdict
{
    /// <summary>The differences go into the ledger.</summary>
    Post,

    /// <summary>People count on.</summary>
    SendBack,

    /// <summary>Nothing changes.</summary>
    Cancel,
}

/// <summary>Somebody who did not count says what becomes of it.</summary>
/// <param name="Note">Why; not needed to post.</param>
internal sealed record JudgeStocktakeCommand(Guid StocktakeId, StocktakeVerdict Verdict, string? Note = null) : ICommand;

internal sealed class JudgeStocktakeValidator : AbstractValidator<JudgeStocktakeCommand>
{
    public JudgeStocktakeValidator()
    {
        RuleFor(x => x.Verdict).IsInEnum();
        RuleFor(x => x.Note).MaximumLength(200);
        RuleFor(x => x.Note).Must(x => PlainText.Clean(x) is { Length: > 0 }).When(x => x.Verdict != StocktakeVerdict.Post).WithMessage("Say why.");
    }
}

internal sealed class JudgeStocktakeHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : AsyncRequestHandler<JudgeStocktakeCommand>
{
    protected override async Task Handle(JudgeStocktakeCommand request, CancellationToken cancellationToken)
    {
        var stocktake = await db.Stocktakes.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == request.StocktakeId, cancellationToken) ?? throw new NotFound("The stocktake");
        var (actor, now, note) = (context.Actor, clock.UtcNow(), PlainText.Clean(request.Note));
        switch (request.Verdict)
        {
            case StocktakeVerdict.Post:
                if (stocktake.DifferenceFen >= Stocktake.LargeFromFen && !actor.Can(ShowroomPermissions.ApproveLargeCounts))
                    throw new RuleBroken("stocktake.too-large", "Differences of this value are approved by the district.", new { differenceFen = stocktake.DifferenceFen, limitFen = Stocktake.LargeFromFen });
                stocktake.Post(note, actor, now);
                await Adjust(stocktake, actor.Key, now, cancellationToken);
                break;
            case StocktakeVerdict.SendBack:
                stocktake.SendBack(note!);
                break;
            default:
                stocktake.Cancel(note!, actor, now);
                break;
        }
        db.Audit.Add(AuditEntry.Of(actor, now, $"showroom.stocktake.{request.Verdict.ToString().ToLowerInvariant()}", stocktake.Id, after: new { stocktake.Number, stocktake.DifferenceFen, note }));
    }

    /// <summary>Posts the differences, not the counts: whatever moved after the count stays moved. Goods that are not there can no longer be promised.</summary>
    private async Task Adjust(Stocktake stocktake, string actorKey, DateTime now, CancellationToken cancellationToken)
    {
        var lines = stocktake.Lines.Where(x => x.Difference != 0).OrderBy(x => x.SkuId).ThenBy(x => x.Batch, StringComparer.Ordinal).ToList();
        var book = await StockBook.Open(db, lines.Select(x => x.SkuId), cancellationToken);
        var (here, elsewhere) = (stocktake.LocationId, book.Places.Adjustment);
        foreach (var line in lines)
        {
            if (line.Difference > 0) await book.Post(StockMovement.Counted(stocktake.Id, line.SkuId, line.Batch, elsewhere, here, line.Difference, now, actorKey));
            else await book.Post(StockMovement.Counted(stocktake.Id, line.SkuId, line.Batch, here, elsewhere, -line.Difference, now, actorKey));
        }
        foreach (var skuId in lines.Where(x => x.Difference < 0).Select(x => x.SkuId).Distinct())
            await CounterWins.MakeRight(db, book, skuId, here, now, cancellationToken, cause: "stocktake");
        book.Close();
    }
}
