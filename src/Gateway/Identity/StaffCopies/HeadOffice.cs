using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ZhongFu.Platform.Domain;

namespace ZhongFu.Gateway.Identity.StaffCopies;

/// <summary>Where accounts are kept. A process away from the head office keeps a copy of those accounts that work there, so that its staff
/// signs in while the head office is down (docs/adr/0013-two-processes.md). Both read the same data-protection keys: a session of one
/// counts at the other, and the pass that admits to the list of accounts needs no secret of its own.</summary>
internal sealed class HeadOffice(IConfiguration configuration, IDataProtectionProvider protection)
{
    /// <summary>Header that carries the pass.</summary>
    public const string PassHeader = "X-Branch-Pass";

    private const string Purpose = "staff";
    private static readonly TimeSpan PassLives = TimeSpan.FromMinutes(2);
    private readonly ITimeLimitedDataProtector passes = protection.CreateProtector("ZhongFu.Branch").ToTimeLimitedDataProtector();

    /// <summary>Its address, when it is another process; null: accounts are kept here.</summary>
    public Uri? Address { get; } = configuration["HeadOffice:Address"] is { Length: > 0 } address ? new Uri(address) : null;

    /// <summary>Whether the accounts here are only copies.</summary>
    public bool IsElsewhere => Address is not null;

    /// <summary>A pass for a question asked now.</summary>
    public string MakePass() => passes.Protect(Purpose, PassLives);

    /// <summary>Whether the pass was made with our keys, just now.</summary>
    public bool Admits(string? pass)
    {
        try { return pass is { Length: > 0 } && passes.Unprotect(pass) == Purpose; }
        catch (CryptographicException) { return false; }
    }

    /// <summary>What changes an account is done where accounts are kept.</summary>
    public void MustBeHere()
    {
        if (IsElsewhere) throw new RuleBroken("identity.kept-at-head-office", "Accounts are kept at the head office: do this there.");
    }
}
