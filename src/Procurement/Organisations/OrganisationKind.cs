namespace ZhongFu.Procurement.Organisations;

/// <summary>What an organisation is.</summary>
internal enum OrganisationKind
{
    /// <summary>区: the root of the tree.</summary>
    District,

    /// <summary>街道.</summary>
    Subdistrict,

    /// <summary>社区, each with a service point (消费帮扶 sub-centre).</summary>
    Community,

    /// <summary>机关食堂: a public canteen.</summary>
    Canteen,

    /// <summary>企业.</summary>
    Company,

    /// <summary>学校.</summary>
    School,

    /// <summary>工会.</summary>
    Union,

    /// <summary>合作社: a supplier; its id is the catalogue's.</summary>
    Cooperative,
}

/// <summary>How a unit feeds its people: decides which rule of the reserved share applies (product.md, "Quota").</summary>
internal enum CanteenMode
{
    /// <summary>A canteen of its own.</summary>
    Own,

    /// <summary>No canteen.</summary>
    None,

    /// <summary>Eats in the canteen of another unit.</summary>
    Shared,

    /// <summary>A contractor runs the canteen.</summary>
    Outsourced,
}

/// <summary>How far an organisation's registration is.</summary>
internal enum OrganisationState
{
    /// <summary>Waits for the subdistrict.</summary>
    Applied,

    /// <summary>The subdistrict has agreed; waits for the district.</summary>
    Endorsed,

    /// <summary>May do business.</summary>
    Active,

    /// <summary>Refused; it may apply again.</summary>
    Refused,

    /// <summary>Out of business; its books stay.</summary>
    Closed,
}

internal static class OrganisationKinds
{
    /// <summary>Whether it buys: has budgets, quota and people who order, approve and receive.</summary>
    public static bool Buys(this OrganisationKind kind) => kind is OrganisationKind.Canteen or OrganisationKind.Company or OrganisationKind.School or OrganisationKind.Union;

    /// <summary>Whether it is bound by the payment terms and the quota of public buyers.</summary>
    public static bool IsPublic(this OrganisationKind kind) => kind is not (OrganisationKind.Company or OrganisationKind.Cooperative);
}
