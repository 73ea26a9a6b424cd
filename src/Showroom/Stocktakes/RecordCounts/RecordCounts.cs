using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Stocktakes.RecordCounts;

/// <summary>Writes down what somebody has counted just now. What the books expect is read in the same moment, within the SKU's turn: goods sold before are no difference.</summary>
internal sealed record RecordCountsCommand(Guid StocktakeId, IReadOnlyList<CountedPieces> Lines) : ICommand<CountResult>;

/// <param name="Batch">As printed; empty or null for goods without one.</param>
/// <param name="Quantity">Pieces that are there.</param>
internal sealed record CountedPieces(Guid SkuId, string? Batch, long Quantity);

/// <summary>How many lines are counted, and how many another person must count again. Which, and by how much, is not told: the next one counts blind too.</summary>
internal sealed record CountResult(int Counted, int Left, int ToRecount);

internal sealed class RecordCountsValidator : AbstractValidator<RecordCountsCommand>
{
    public RecordCountsValidator()
    {
        RuleFor(x => x.Lines).NotEmpty().Must(lines => lines is null or { Count: <= 500 }).WithMessage("At most 500 lines.")
            .Must(lines => lines is null || lines.Where(x => x is not null).Select(x => (x.SkuId, x.Batch ?? "")).Distinct().Count() == lines.Count).WithMessage("Each SKU and batch once.");
        RuleForEach(x => x.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(x => x.SkuId).NotEmpty();
            line.RuleFor(x => x.Quantity).InclusiveBetween(0, 1_000_000);
            line.RuleFor(x => x.Batch).MaximumLength(40).Matches("^[A-Za-z0-9./_-]+$").When(x => !string.IsNullOrEmpty(x.Batch));
        });
    }
}

internal sealed class RecordCountsHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<RecordCountsCommand, CountResult>
{
    public async Task<CountResult> Handle(RecordCountsCommand request, CancellationToken cancellationToken)
    {
        var ids = request.Lines.Select(x => x.SkuId).Distinct().ToList();
        var prices = await db.ShelfItems.AsNoTracking().Where(x => ids.Contains(x.SkuId)).ToDictionaryAsync(x => x.SkuId, x => x.PriceFen, cancellationToken);
        var unknown = request.Lines.Index().Where(x => !prices.ContainsKey(x.Item.SkuId)).Select(x => new ValidationFailure($"Lines[{x.Index}].SkuId", "No SKU has this id.") { ErrorCode = "sku.unknown" }).ToList();
        if (unknown.Count > 0) throw new ValidationException(unknown);

        var book = await StockBook.Open(db, ids, cancellationToken);
        var stocktake = await db.Stocktakes.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == request.StocktakeId, cancellationToken) ?? throw new NotFound("The stocktake");
        foreach (var line in request.Lines)
        {
            var batch = line.Batch ?? Batch.None;
            stocktake.Count(line.SkuId, batch, line.Quantity, book.Batches.At(line.SkuId, stocktake.LocationId, batch), prices[line.SkuId], context.Actor, clock.UtcNow());
        }
        return new(stocktake.Lines.Count(x => x.Counted is not null), stocktake.Lines.Count(x => x.Counted is null), stocktake.Lines.Count(x => x.NeedsRecount));
    }
}
