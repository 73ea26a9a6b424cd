using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Security;
using ZhongFu.Platform.Seeding;
using ZhongFu.Platform.Time;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Data;
using ZhongFu.Procurement.Organisations;

namespace ZhongFu.Procurement.Seed;

/// <summary>Buying units and their people for looking around, and the catalogue's cooperatives as suppliers.</summary>
internal sealed class DemonstrationUnitsSeed(ProcurementDb db, TimeProvider clock) : ISeed
{
    public bool IsDemonstration => true;

    // After the administration: units hang below it.
    public bool IsLast => true;

    public async Task Plant(CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(x => x.CreditCode != "", cancellationToken)) return;
        var now = clock.UtcNow();
        var parents = await db.Organisations.Where(x => x.Kind == OrganisationKind.Subdistrict).ToDictionaryAsync(x => x.Code, cancellationToken);
        foreach (var row in Read<UnitRow>("units.csv"))
            Add(Organisation.Establish(row.Id, row.Code, row.Kind, row.Name, parents[row.Parent], AdministrationSeed.Beginning, now, row.CreditCode, row.CanteenMode));
        await db.SaveChangesAsync(cancellationToken);
        var book = new BudgetBook(db, Actor.System, now);
        foreach (var row in Read<UnitRow>("units.csv")) await book.Grant(row.Id, clock.Today().Year, row.BudgetFen, new BudgetSubject(Guid.CreateVersion7(), $"{clock.Today().Year}", ""), cancellationToken);
        foreach (var row in Read<CooperativeRow>("cooperatives.csv"))
            Add(Organisation.Establish(row.Id, row.Code, OrganisationKind.Cooperative, row.Name, null, AdministrationSeed.Beginning, now, row.CreditCode));
        db.AddRange(Read<MemberRow>("members.csv").Select(x => new Membership(x.OrganisationId, x.AccountId, x.Role, x.UserName, now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Add(Organisation organisation)
    {
        db.Add(organisation);
        db.Add(new RegisteredCode(organisation.CreditCode, organisation.Id));
    }

    private static IReadOnlyList<T> Read<T>(string name) => SeedFile.Read<T>(typeof(DemonstrationUnitsSeed).Assembly, name);

    private sealed record UnitRow(Guid Id, string Code, OrganisationKind Kind, CanteenMode CanteenMode, string Name, string Parent, string CreditCode, string Contact, string Phone, long BudgetFen);

    private sealed record CooperativeRow(Guid Id, string Code, string Name, string CreditCode);

    private sealed record MemberRow(Guid OrganisationId, Guid AccountId, MemberRole Role, string UserName);
}
