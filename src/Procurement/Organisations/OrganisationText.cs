namespace ZhongFu.Procurement.Organisations;

/// <summary>Texts of registration, units, members and places.</summary>
internal sealed class OrganisationText;
