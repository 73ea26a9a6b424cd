using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;

namespace ZhongFu.Showroom.Cabinets.ReceiveBatch;

/// <summary>Takes in what a device tells. What has happened is written down; what does not fit becomes a task.</summary>
internal sealed record ReceiveBatchCommand(Guid CabinetId, Guid KeyId, CabinetReport Report) : ICommand<BatchReceipt>;

/// <summary>What became of a batch.</summary>
/// <param name="Repeated">It had been taken in before; the figures are those of the first time.</param>
/// <param name="Refused">The number stands for another content; nothing of this one was written down but a task.</param>
/// <param name="Sales">Sales that are new.</param>
/// <param name="KnownSales">Sales that another batch had brought.</param>
/// <param name="Unreadable">Sales that became tasks as they came, for their figures cannot be.</param>
internal sealed record BatchReceipt(string Cabinet, long Number, bool Repeated, bool Refused, int Sales, int KnownSales, int Unreadable, int Signals, int Tasks, DateTime ReceivedAt)
{
    public static BatchReceipt Of(string cabinet, CabinetBatch batch, bool repeated) =>
        new(cabinet, batch.Number, repeated, false, batch.Sales, batch.KnownSales, batch.Unreadable, batch.Signals, batch.Tasks, batch.ReceivedAt);
}

internal sealed class ReceiveBatchValidator : AbstractValidator<ReceiveBatchCommand>
{
    public ReceiveBatchValidator()
    {
        RuleFor(x => x.Report.Number).InclusiveBetween(1, 1_000_000_000_000);
        RuleFor(x => x.Report.Sales).Must(x => x is null or { Count: <= 500 }).WithMessage("At most 500 sales.");
        RuleFor(x => x.Report.Temperatures).Must(x => x is null or { Count: <= 1500 }).WithMessage("At most 1500 temperatures.");
        RuleFor(x => x.Report.Doors).Must(x => x is null or { Count: <= 500 }).WithMessage("At most 500 door events.");
        RuleFor(x => x.Report.Faults).Must(x => x is null or { Count: <= 200 }).WithMessage("At most 200 faults.");
        RuleForEach(x => x.Report.Sales).NotNull();
        RuleForEach(x => x.Report.Temperatures).NotNull();
        RuleForEach(x => x.Report.Doors).NotNull();
        RuleForEach(x => x.Report.Faults).NotNull().ChildRules(fault => fault.RuleFor(x => x.Code).NotEmpty().Matches("^[A-Za-z0-9._-]{1,40}$"));
    }
}

internal sealed class ReceiveBatchHandler(ShowroomDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReceiveBatchCommand, BatchReceipt>
{
    public async Task<BatchReceipt> Handle(ReceiveBatchCommand request, CancellationToken cancellationToken)
    {
        var (now, report) = (clock.UtcNow(), request.Report);
        // The cabinet's row makes its batches take turns; those of other cabinets go side by side.
        var heard = await db.Cabinets.Where(x => x.Id == request.CabinetId)
            .ExecuteUpdateAsync(x => x.SetProperty(c => c.LastHeardAt, now).SetProperty(c => c.LastBatch, c => c.LastBatch < report.Number ? report.Number : c.LastBatch), cancellationToken);
        if (heard == 0) throw new NotFound("The cabinet");
        var cabinet = await db.Cabinets.AsNoTracking().FirstAsync(x => x.Id == request.CabinetId, cancellationToken);
        if (report.Cabinet is { } named && named != cabinet.Code) throw new Forbidden("showroom.device");
        if (cabinet.SilentSince is not null) await db.EndSilence(cabinet.Id, now, cancellationToken);

        var hash = report.Hash();
        if (await db.CabinetBatches.AsNoTracking().FirstOrDefaultAsync(x => x.CabinetId == cabinet.Id && x.Number == report.Number, cancellationToken) is { } first)
            return first.ContentHash == hash ? BatchReceipt.Of(cabinet.Code, first, repeated: true) : await Refuse(cabinet, first, hash, now, cancellationToken);

        var notes = new TaskNotes(db, cabinet.Id, now);
        var times = new DeviceTimes(Utc.Of(report.SentAt), now);
        var sales = new SalesOfBatch(db, cabinet, report, notes, times);
        await sales.Write(context.Actor.Key, cancellationToken);
        var signals = await new SignalsOfBatch(db, cabinet, report, notes, times).Write(cancellationToken);
        // A wrong clock is wrong in every batch: one open task says it.
        if (times.WorstSeconds != 0 && !await db.CabinetTasks.AnyAsync(x => x.CabinetId == cabinet.Id && x.Kind == CabinetTask.ClockDrift && x.ResolvedAt == null, cancellationToken))
            notes.Note(CabinetTask.ClockDrift, actual: times.WorstSeconds);

        var batch = new CabinetBatch
        {
            CabinetId = cabinet.Id, Number = report.Number, ContentHash = hash, KeyId = request.KeyId, SentAt = Utc.Of(report.SentAt), ReceivedAt = now,
            Sales = sales.New, KnownSales = sales.Known, Unreadable = sales.Unreadable, Signals = signals, Tasks = notes.Count,
        };
        db.Add(batch);
        return BatchReceipt.Of(cabinet.Code, batch, repeated: false);
    }

    /// <summary>The first content stands; of the second the manager hears once, for sales may be in it.</summary>
    private async Task<BatchReceipt> Refuse(Cabinet cabinet, CabinetBatch first, string hash, DateTime now, CancellationToken cancellationToken)
    {
        if (!await db.CabinetTasks.AnyAsync(x => x.CabinetId == cabinet.Id && x.Kind == CabinetTask.BatchDiffers && x.Detail == hash, cancellationToken))
            db.Add(CabinetTask.Of(cabinet.Id, CabinetTask.BatchDiffers, now, expected: first.Number, actual: first.Number, detail: hash));
        return BatchReceipt.Of(cabinet.Code, first, repeated: false) with { Refused = true };
    }
}
