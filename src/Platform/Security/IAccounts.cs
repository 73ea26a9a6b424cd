namespace ZhongFu.Platform.Security;

/// <summary>Finds the log-in of a person whom somebody names exactly, to give them a role. Never lists, never guesses.</summary>
public interface IAccounts
{
    /// <summary>The open account with exactly this user name or telephone number, or null.</summary>
    /// <exception cref="Domain.RuleBroken"><c>accounts.too-many</c>: the asker has looked up more people in a short time than anybody needs.</exception>
    Task<KnownAccount?> Find(string text, CancellationToken cancellationToken);
}

/// <summary>An account as others may know it.</summary>
/// <param name="Id">The account.</param>
/// <param name="UserName">Its name; never a real name.</param>
public sealed record KnownAccount(Guid Id, string UserName);
