namespace ZhongFu.Platform.Security;

/// <summary>How far a permission reaches.</summary>
public enum Scope
{
    /// <summary>Only what the person owns.</summary>
    Own,

    /// <summary>Everything of the organisation whose hat is on.</summary>
    Organisation,

    /// <summary>That organisation and all below it.</summary>
    Subtree,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>Who is asking: a signed-in person, a guest known by a cookie, or the system itself.</summary>
/// <param name="UserId">The account, or null for a guest and for the system.</param>
/// <param name="Key">Stable text key of the actor, at most 64 characters: owner of carts, idempotency keys and guest orders.</param>
/// <param name="Name">For the audit log; a user name, never a real name.</param>
/// <param name="Grants">Permission to scope; a permission that is absent is denied.</param>
/// <param name="OrganisationId">The organisation whose hat is on, if any.</param>
public sealed record Actor(Guid? UserId, string Key, string Name, IReadOnlyDictionary<string, Scope> Grants, Guid? OrganisationId = null)
{
    /// <summary>The platform acting by itself: bus reactions and jobs.</summary>
    public static Actor System { get; } = new(null, "system", "system", new Dictionary<string, Scope>());

    /// <summary>The key of an account's actor.</summary>
    public static string KeyOf(Guid userId) => $"user:{userId:N}";

    /// <summary>Whether the person has signed in.</summary>
    public bool IsSignedIn => UserId is not null;

    /// <summary>Whether the actor holds the permission at least at this scope.</summary>
    public bool Can(string permission, Scope atLeast = Scope.Own) => Grants.TryGetValue(permission, out var scope) && scope >= atLeast;

    /// <summary>Refuses loudly when <see cref="Can"/> says no.</summary>
    /// <exception cref="Domain.Forbidden">The permission is missing or too narrow.</exception>
    public void Demand(string permission, Scope atLeast = Scope.Own)
    {
        if (!Can(permission, atLeast)) throw new Domain.Forbidden(permission);
    }
}
