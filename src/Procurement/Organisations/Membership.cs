using System.Collections.Frozen;
using ZhongFu.Platform.Security;

namespace ZhongFu.Procurement.Organisations;

/// <summary>What a member does for the organisation.</summary>
internal enum MemberRole
{
    /// <summary>Keeps members, receiving points and rules of the unit.</summary>
    Administrator,

    /// <summary>申请人: orders.</summary>
    Requester,

    /// <summary>审批人.</summary>
    Approver,

    /// <summary>验收人 and 复核人: two of them sign a receipt.</summary>
    Receiver,

    /// <summary>财务: statements, invoices, payments, budgets.</summary>
    Finance,

    /// <summary>Works for a cooperative: quotes, confirms, ships, sees its money.</summary>
    Supplier,

    /// <summary>Works for a subdistrict or the district: reviews and watches what lies below it.</summary>
    Operator,

    /// <summary>Works at a community's service point.</summary>
    SubCentre,

    /// <summary>Reads everything below the organisation, changes nothing.</summary>
    Auditor,
}

/// <summary>That a person holds a role in an organisation.</summary>
internal sealed class Membership(Guid organisationId, Guid accountId, MemberRole role, string userName, DateTime since)
{
    public Guid OrganisationId { get; private init; } = organisationId;
    public Guid AccountId { get; private init; } = accountId;
    public MemberRole Role { get; private init; } = role;
    public string UserName { get; private init; } = userName;
    public DateTime Since { get; private init; } = since;
}

/// <summary>While a member is away, another one acts for them. Who acts for the requester is, for the rule of two people, the requester.</summary>
internal sealed class Deputy(Guid organisationId, Guid principalId, string principalName, Guid deputyId, string deputyName, DateOnly from, DateOnly until)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; } = organisationId;
    public Guid PrincipalId { get; private init; } = principalId;
    public string PrincipalName { get; private init; } = principalName;
    public Guid DeputyId { get; private init; } = deputyId;
    public string DeputyName { get; private init; } = deputyName;

    /// <summary>First day, China time.</summary>
    public DateOnly From { get; private init; } = from;

    /// <summary>Last day; earlier when ended early.</summary>
    public DateOnly Until { get; private set; } = until;

    public void EndOn(DateOnly last) => Until = last;
}

/// <summary>What each role of a member may do. A hat grants them for the organisation it stands for.</summary>
internal static class MemberRoles
{
    private static readonly FrozenDictionary<MemberRole, (string Permission, Scope Scope)[]> Grants = new Dictionary<MemberRole, (string, Scope)[]>
    {
        [MemberRole.Administrator] = [(ProcurementPermissions.Manage, Scope.Organisation), (ProcurementPermissions.Read, Scope.Organisation)],
        [MemberRole.Requester] = [(ProcurementPermissions.Request, Scope.Organisation), (ProcurementPermissions.Read, Scope.Organisation)],
        [MemberRole.Approver] = [(ProcurementPermissions.Approve, Scope.Organisation), (ProcurementPermissions.Read, Scope.Organisation)],
        [MemberRole.Receiver] = [(ProcurementPermissions.Receive, Scope.Organisation), (ProcurementPermissions.Read, Scope.Organisation)],
        [MemberRole.Finance] = [(ProcurementPermissions.Pay, Scope.Organisation), (ProcurementPermissions.Read, Scope.Organisation)],
        [MemberRole.Supplier] = [(ProcurementPermissions.Supply, Scope.Organisation)],
        [MemberRole.Operator] = [(ProcurementPermissions.Review, Scope.Subtree), (ProcurementPermissions.Read, Scope.Subtree)],
        [MemberRole.SubCentre] = [(ProcurementPermissions.SubCentre, Scope.Organisation), (ProcurementPermissions.Read, Scope.Organisation)],
        [MemberRole.Auditor] = [(ProcurementPermissions.Read, Scope.Subtree)],
    }.ToFrozenDictionary();

    /// <summary>All permissions of these roles, each as far as the widest of them reaches.</summary>
    public static IReadOnlyDictionary<string, Scope> Of(IEnumerable<MemberRole> roles) =>
        roles.SelectMany(role => Grants[role]).GroupBy(x => x.Permission).ToDictionary(x => x.Key, x => x.Max(grant => grant.Scope));

    /// <summary>Roles that fit an organisation of this kind.</summary>
    public static IReadOnlyList<MemberRole> For(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Cooperative => [MemberRole.Administrator, MemberRole.Supplier],
        OrganisationKind.District or OrganisationKind.Subdistrict => [MemberRole.Administrator, MemberRole.Operator, MemberRole.Auditor],
        OrganisationKind.Community => [MemberRole.Administrator, MemberRole.SubCentre],
        _ => [MemberRole.Administrator, MemberRole.Requester, MemberRole.Approver, MemberRole.Receiver, MemberRole.Finance],
    };
}
