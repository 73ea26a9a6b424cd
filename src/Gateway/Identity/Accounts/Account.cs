using Microsoft.AspNetCore.Identity;

namespace ZhongFu.Gateway.Identity.Accounts;

/// <summary>One person's log-in. The person's real name is not kept here.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>Made by the demonstration seed, with a password everybody knows: never admitted in Production.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>When the account was closed; from then on it cannot sign in and its open sessions end.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}

/// <summary>A mobile number one can sign in with, in E.164 form; a table of its own because not every account has one and each belongs to one account.</summary>
internal sealed class SignInPhone
{
    public string Phone { get; init; } = "";
    public Guid AccountId { get; init; }
}
