using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Procurement.Organisations;

/// <summary>A district, subdistrict, community, buying unit or cooperative (product.md, "Procurement"). Where it hangs in the tree and what it is called has a history:
/// a report about May says what was true in May.</summary>
internal sealed class Organisation : Aggregate
{
    private readonly List<Placement> placements = [];

    private Organisation()
    {
    }

    /// <summary>Short code: the division code of a district, subdistrict or community, else <c>DW0001</c> or the cooperative's own.</summary>
    public string Code { get; private init; } = "";

    public OrganisationKind Kind { get; private init; }
    public CanteenMode CanteenMode { get; private set; }

    /// <summary>As of today; <see cref="Placements"/> knows the earlier ones.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As of today; null for the district and for cooperatives.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Ids of all above it and its own, each followed by a slash: what lies in a subtree begins with the subtree's path.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Unified social credit code; empty for the nodes of the administration.</summary>
    public string CreditCode { get; private init; } = "";

    public OrganisationState State { get; private set; }

    /// <summary>Why it was refused or closed.</summary>
    public string? StateNote { get; private set; }

    public string Contact { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public DateTime AppliedAt { get; private init; }

    /// <summary>The account that applied; it becomes the first administrator.</summary>
    public Guid? AppliedBy { get; private init; }

    /// <summary>Its user name; empty for those that did not apply.</summary>
    public string AppliedByName { get; private init; } = "";

    public Guid? EndorsedBy { get; private set; }
    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<Placement> Placements => placements;

    /// <summary>An organisation that is there from the beginning: the administration, the catalogue's cooperatives, demonstration units.</summary>
    public static Organisation Establish(Guid id, string code, OrganisationKind kind, string name, Organisation? parent, DateOnly since, DateTime now, string creditCode = "", CanteenMode mode = CanteenMode.Own)
    {
        var founded = new Organisation { Id = id, Code = code, Kind = kind, CanteenMode = mode, CreditCode = creditCode, State = OrganisationState.Active, AppliedAt = now };
        founded.Place(name, parent, since);
        return founded;
    }

    /// <summary>A unit asks to be admitted (注册); the subdistrict, then the district review it.</summary>
    public static Organisation Apply(string code, OrganisationKind kind, CanteenMode mode, string name, Organisation parent, CreditCode creditCode, string contact, string phone, Guid appliedBy, string appliedByName, DateOnly today, DateTime now)
    {
        if (!kind.Buys()) throw new RuleBroken("organisation.kind", "Only buying units register here.");
        if (parent.Kind is not (OrganisationKind.Subdistrict or OrganisationKind.Community)) throw new RuleBroken("organisation.parent", "A unit belongs to a subdistrict or a community.");
        var unit = new Organisation
        {
            Code = code, Kind = kind, CanteenMode = mode, CreditCode = creditCode.Value, State = OrganisationState.Applied, Contact = contact, Phone = phone, AppliedAt = now, AppliedBy = appliedBy, AppliedByName = appliedByName,
        };
        unit.Place(name, parent, today);
        return unit;
    }

    /// <summary>One step of the review: the subdistrict first, then the district, by two people.</summary>
    /// <exception cref="RuleBroken"><c>organisation.reviewed</c>, <c>organisation.own-review</c>, <c>organisation.district-review</c></exception>
    public void Review(bool agree, string? note, Guid reviewer, bool forDistrict)
    {
        if (State is not (OrganisationState.Applied or OrganisationState.Endorsed)) throw new RuleBroken("organisation.reviewed", "The registration does not wait for a review.", new { state = State.ToString() });
        if (reviewer == AppliedBy || (State == OrganisationState.Endorsed && reviewer == EndorsedBy)) throw new RuleBroken("organisation.own-review", "Two other people review a registration.");
        if (State == OrganisationState.Endorsed && !forDistrict) throw new RuleBroken("organisation.district-review", "The district decides now.");
        if (!agree) (State, StateNote) = (OrganisationState.Refused, note);
        else if (State == OrganisationState.Applied) (State, EndorsedBy) = (OrganisationState.Endorsed, reviewer);
        else State = OrganisationState.Active;
        Version = Guid.CreateVersion7();
    }

    /// <summary>From that day on it hangs elsewhere or is called differently; the days before keep what was.</summary>
    /// <exception cref="RuleBroken"><c>organisation.placement-day</c>: the day lies before the last change.</exception>
    public void Move(string name, Organisation? parent, DateOnly from)
    {
        if (placements.Count > 0 && placements[^1].From >= from) throw new RuleBroken("organisation.placement-day", "A change takes effect after the one before.", new { last = placements[^1].From });
        if (parent is not null && parent.Path.StartsWith(Path, StringComparison.Ordinal)) throw new RuleBroken("organisation.parent", "An organisation cannot hang below itself.");
        placements[^1].End(from.AddDays(-1));
        Place(name, parent, from);
        Version = Guid.CreateVersion7();
    }

    /// <summary>Where it hung and what it was called on a day; the first placement for days before it.</summary>
    public Placement On(DateOnly day) => placements.LastOrDefault(x => x.From <= day) ?? placements[0];

    private void Place(string name, Organisation? parent, DateOnly from)
    {
        (Name, ParentId, Path) = (name, parent?.Id, $"{parent?.Path}{Id:N}/");
        placements.Add(new Placement(Id, placements.Count + 1, name, parent?.Id, Path, from));
    }
}

/// <summary>Where an organisation hung and what it was called from a day on.</summary>
internal sealed class Placement(Guid organisationId, int serial, string name, Guid? parentId, string path, DateOnly from)
{
    public Guid OrganisationId { get; private init; } = organisationId;

    /// <summary>From 1.</summary>
    public int Serial { get; private init; } = serial;

    public string Name { get; private init; } = name;
    public Guid? ParentId { get; private init; } = parentId;
    public string Path { get; private init; } = path;
    public DateOnly From { get; private init; } = from;

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    public void End(DateOnly last) => Until = last;
}

/// <summary>A credit code belongs to one organisation; a table of its own because the nodes of the administration have none here.</summary>
internal sealed class RegisteredCode(string creditCode, Guid organisationId)
{
    public string CreditCode { get; private init; } = creditCode;
    public Guid OrganisationId { get; private init; } = organisationId;
}
