using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Catalog.Cooperatives;

/// <summary>How far the cooperative's onboarding is.</summary>
internal enum CooperativeStatus
{
    /// <summary>May list and sell.</summary>
    Active,

    /// <summary>Its goods are off sale for now.</summary>
    Suspended,
}

/// <summary>A cooperative (合作社) of farming households that grows or makes the goods.</summary>
internal sealed class Cooperative : Aggregate
{
    /// <summary>Short code for staff, e.g. <c>C001</c>.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public string CountyCode { get; private init; } = "";
    public string TownshipCode { get; private init; } = "";
    public string Village { get; private init; } = "";

    /// <summary>Households that take part; shown as an assistance fact.</summary>
    public int Households { get; private init; }

    public CreditCode CreditCode { get; private init; }
    public string Story { get; private init; } = "";
    public CooperativeStatus Status { get; private init; }

    /// <exception cref="FormatException">The credit code's check character is wrong.</exception>
    public static Cooperative Admit(Guid id, string code, string name, string nameEn, string townshipCode, string village, int households, string creditCode, string story,
        CooperativeStatus status) => new()
    {
        Id = id, Code = code, Name = name, NameEn = nameEn, CountyCode = townshipCode[..6], TownshipCode = townshipCode, Village = village,
        Households = households > 0 ? households : throw new ArgumentOutOfRangeException(nameof(households)),
        CreditCode = CreditCode.Parse(creditCode), Story = story, Status = status,
    };
}
