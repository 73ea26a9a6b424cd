namespace ZhongFu.Procurement.Organisations.ListUnits;

/// <summary>Filters as they stand in an address.</summary>
internal static class UnitFilter
{
    /// <summary>A state by its name; anything else filters nothing.</summary>
    public static OrganisationState? State(string? name) => Enum.GetNames<OrganisationState>().Contains(name) ? Enum.Parse<OrganisationState>(name!) : null;
}
