namespace ZhongFu.Procurement;

/// <summary>What people may do here. Members hold them through their role in an organisation (<see cref="Organisations.MemberRole"/>), for the organisation whose hat is on.</summary>
internal static class ProcurementPermissions
{
    /// <summary>Read the organisation's papers, or those of all below it.</summary>
    public const string Read = "procurement.read";

    /// <summary>Order, ask for quotes.</summary>
    public const string Request = "procurement.request";

    /// <summary>Approve what others ordered.</summary>
    public const string Approve = "procurement.approve";

    /// <summary>Accept and reject goods at the dock.</summary>
    public const string Receive = "procurement.receive";

    /// <summary>Agree statements, keep invoices, budgets and payments.</summary>
    public const string Pay = "procurement.pay";

    /// <summary>Keep members, deputies and receiving points.</summary>
    public const string Manage = "procurement.manage";

    /// <summary>Quote, confirm, ship and see settlements for a cooperative.</summary>
    public const string Supply = "procurement.supply";

    /// <summary>Work at a community's service point.</summary>
    public const string SubCentre = "procurement.subcentre";

    /// <summary>Review registrations, moves and re-attributions of everything below.</summary>
    public const string Review = "procurement.review";
}
