namespace ZhongFu.Platform.Security;

/// <summary>What a person may do for one organisation; somebody who works for two changes hats.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Organisation">Its name, to choose by.</param>
/// <param name="Grants">Permission to scope, on top of what the person may do without a hat.</param>
public sealed record Hat(Guid OrganisationId, string Organisation, IReadOnlyDictionary<string, Scope> Grants)
{
    /// <summary>Cookie that remembers which hat is on.</summary>
    public const string Cookie = "zf_hat";

    /// <summary>Header by which a program says for which organisation it asks.</summary>
    public const string Header = "X-Organisation";
}

/// <summary>Knows the hats of a person. Implemented by the module that keeps the organisations, if it runs here.</summary>
public interface IHats
{
    /// <summary>The hats the person may put on today, the usual one first.</summary>
    Task<IReadOnlyList<Hat>> Of(Guid accountId, CancellationToken cancellationToken);
}
