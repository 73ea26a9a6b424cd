using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Requests;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Ledger;

namespace ZhongFu.Showroom.Cabinets.ListDevices;

/// <summary>The cabinets by code; those of one state only, or those whose code or name holds a word.</summary>
internal sealed record ListDevicesQuery(string? State = null, string? Word = null, int Page = 1, int PageSize = 50) : IQuery<DeviceList>;

/// <param name="Counts">How many cabinets are in each state.</param>
internal sealed record DeviceList(IReadOnlyList<DeviceInList> Items, int Total, IReadOnlyDictionary<string, int> Counts, int Page, int Pages);

/// <summary>One cabinet.</summary>
/// <param name="State">The gravest of <see cref="DeviceStates"/> that holds.</param>
/// <param name="OnHand">Pieces the ledger has there.</param>
/// <param name="Par">Pieces that should lie there.</param>
/// <param name="Sold">Sales of all time, their pieces of known goods, and fen.</param>
internal sealed record DeviceInList(
    Guid Id, string Code, string Name, string NameEn, string State, DateTime? LastHeardAt, int? Tenths, string? FaultCode, long LastBatch, long OnHand, long Par, int OpenTasks, int Sales, long Sold, long SoldFen);

/// <summary>The state of a cabinet in one word.</summary>
internal static class DeviceStates
{
    public const string Silent = "silent";
    public const string Temperature = "temperature";
    public const string Fault = "fault";
    public const string Unkeyed = "unkeyed";
    public const string Good = "good";

    public static readonly string[] All = [Silent, Temperature, Fault, Good, Unkeyed];

    public static string Of(Cabinet cabinet) =>
        cabinet.SilentSince is not null ? Silent : cabinet.WarmSince is not null ? Temperature : cabinet.FaultCode is not null ? Fault : cabinet.WatchedSince is null ? Unkeyed : Good;
}

internal sealed class ListDevicesValidator : AbstractValidator<ListDevicesQuery>
{
    public ListDevicesValidator()
    {
        RuleFor(x => x.Page).InclusiveBetween(1, 10_000);
        RuleFor(x => x.PageSize).InclusiveBetween(1, 5000);
        RuleFor(x => x.Word).MaximumLength(50);
    }
}

internal sealed class ListDevicesHandler(ShowroomDb db) : IRequestHandler<ListDevicesQuery, DeviceList>
{
    public async Task<DeviceList> Handle(ListDevicesQuery request, CancellationToken cancellationToken)
    {
        // A few hundred cabinets at most: sorted out in memory.
        var all = await db.Cabinets.AsNoTracking().Join(db.Locations, x => x.Id, x => x.Id, (cabinet, place) => new { cabinet, place.Name, place.NameEn }).OrderBy(x => x.cabinet.Code).ToListAsync(cancellationToken);
        var counts = DeviceStates.All.ToDictionary(x => x, state => all.Count(x => DeviceStates.Of(x.cabinet) == state));
        var found = all.Where(x => (request.State is null || DeviceStates.Of(x.cabinet) == request.State) && Holds(request.Word, x.cabinet.Code, x.Name, x.NameEn)).ToList();

        var onHand = await db.Balances.Join(db.Cabinets, x => x.LocationId, x => x.Id, (balance, _) => balance).GroupBy(x => x.LocationId).Select(x => new { x.Key, Sum = x.Sum(b => b.OnHand) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var par = await db.PlanSlots.GroupBy(x => x.CabinetId).Select(x => new { x.Key, Sum = x.Sum(s => (long)s.Par) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var tasks = await db.CabinetTasks.Where(x => x.ResolvedAt == null).GroupBy(x => x.CabinetId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        var sales = await db.CabinetSales.GroupBy(x => x.CabinetId).Select(x => new { x.Key, Count = x.Count(), Fen = x.Sum(s => s.AmountFen) }).ToDictionaryAsync(x => x.Key, cancellationToken);
        var moved = await db.Movements.Where(x => x.Cause == MovementCause.CabinetSale).GroupBy(x => x.FromId).Select(x => new { x.Key, Sum = x.Sum(m => m.Quantity) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        var page = found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).Select(x => new DeviceInList(x.cabinet.Id, x.cabinet.Code, x.Name, x.NameEn, DeviceStates.Of(x.cabinet), x.cabinet.LastHeardAt,
            x.cabinet.Tenths, x.cabinet.FaultCode, x.cabinet.LastBatch, onHand.GetValueOrDefault(x.cabinet.Id), par.GetValueOrDefault(x.cabinet.Id), tasks.GetValueOrDefault(x.cabinet.Id),
            sales.GetValueOrDefault(x.cabinet.Id)?.Count ?? 0, moved.GetValueOrDefault(x.cabinet.Id), sales.GetValueOrDefault(x.cabinet.Id)?.Fen ?? 0));
        return new([.. page], found.Count, counts, request.Page, Math.Max(1, (found.Count + request.PageSize - 1) / request.PageSize));
    }

    private static bool Holds(string? word, params string[] texts) => string.IsNullOrWhiteSpace(word) || texts.Any(x => x.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase));
}
