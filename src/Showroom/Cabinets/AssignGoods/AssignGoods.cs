using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;
using ZhongFu.Showroom.ShelfItems;

namespace ZhongFu.Showroom.Cabinets.AssignGoods;

/// <summary>Says which goods a sale was of whose barcode or slot the books did not know: they leave the cabinet now, and the sale counts as any other.</summary>
/// <param name="TaskId">The task about the sale; it is settled by this.</param>
/// <param name="Code">Barcode or article code of the goods.</param>
internal sealed record AssignGoodsCommand(Guid TaskId, string Code) : ICommand<AssignedGoods>;

/// <summary>What the sale was of.</summary>
internal sealed record AssignedGoods(Guid SaleId, Guid SkuId, string Name, long Quantity);

internal sealed class AssignGoodsValidator : AbstractValidator<AssignGoodsCommand>
{
    public AssignGoodsValidator() => RuleFor(x => x.Code).Must(x => PlainText.Clean(x) is { Length: >= 1 and <= 40 }).WithMessage("A barcode or an article code.");
}

internal sealed class AssignGoodsHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<AssignGoodsCommand, AssignedGoods>
{
    public async Task<AssignedGoods> Handle(AssignGoodsCommand request, CancellationToken cancellationToken)
    {
        var (now, actor, code) = (clock.UtcNow(), context.Actor, PlainText.Clean(request.Code)!);
        var task = await db.CabinetTasks.AsNoTracking().FirstOrDefaultAsync(x => x.Id == request.TaskId && x.Kind == CabinetTask.UnknownGoods && x.SaleId != null, cancellationToken) ?? throw new NotFound("The task");
        if (!(await db.FindByCode([code], cancellationToken)).TryGetValue(code, out var item)) throw new RuleBroken("cabinet-sale.goods-unknown", "No goods have this code.", new { code });

        // The cabinet's row first, as every batch takes it; then the sale's own condition decides between two who say it at once.
        await db.Cabinets.Where(x => x.Id == task.CabinetId).ExecuteUpdateAsync(x => x.SetProperty(c => c.LastBatch, c => c.LastBatch), cancellationToken);
        if (await db.CabinetSales.Where(x => x.Id == task.SaleId && x.SkuId == null).ExecuteUpdateAsync(x => x.SetProperty(s => s.SkuId, item.SkuId).SetProperty(s => s.Name, item.Name), cancellationToken) == 0)
            throw new RuleBroken("cabinet-sale.assigned", "Somebody has said it already.");
        await db.CabinetTasks.Where(x => x.Id == task.Id && x.ResolvedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(t => t.ResolvedAt, now).SetProperty(t => t.ResolvedBy, actor.Name).SetProperty(t => t.Note, item.Code).SetProperty(t => t.SkuId, item.SkuId), cancellationToken);

        var sale = await db.CabinetSales.AsNoTracking().FirstAsync(x => x.Id == task.SaleId, cancellationToken);
        var cabinet = await db.Cabinets.AsNoTracking().FirstAsync(x => x.Id == sale.CabinetId, cancellationToken);
        var book = await StockBook.Open(db, [item.SkuId], cancellationToken);
        await SoldGoods.Take(db, book, cabinet, new TaskNotes(db, cabinet.Id, now), [sale], now, actor.Key, cancellationToken);
        await BringBack(book, sale, now, actor.Key, cancellationToken);
        book.Close();
        db.Audit.Add(AuditEntry.Of(actor, now, "showroom.cabinet-goods", sale.Id, after: new { item.Code, sale.Quantity }));
        return new(sale.Id, item.SkuId, item.Name, sale.Quantity);
    }

    /// <summary>What was set right of the sale while nobody knew its goods.</summary>
    private async Task BringBack(StockBook book, CabinetSale sale, DateTime now, string actorKey, CancellationToken cancellationToken)
    {
        var corrections = await db.CabinetCorrections.AsNoTracking().Where(x => x.SaleId == sale.Id && x.Quantity > 0).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(cancellationToken);
        var (left, back) = (db.Movements.Local.Where(x => x.SubjectId == sale.Id && x.Cause == MovementCause.CabinetSale).ToList(), new List<StockMovement>());
        foreach (var correction in corrections) back.AddRange(await SoldGoods.MoveBack(book, correction, left, back, now, actorKey));
    }
}
