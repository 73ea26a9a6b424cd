namespace ZhongFu.Platform.Domain;

/// <summary>A business rule said no. The gateway answers 409 with this code; pages show the message in the user's language.</summary>
/// <param name="code">Stable, dotted, lower case: <c>order.not-placed</c>. Also the resource key of the text shown to people.</param>
/// <param name="message">Plain English for logs and for programs.</param>
/// <param name="details">What a program needs to act on it (never personal data), put into the problem document's <c>details</c>.</param>
public sealed class RuleBroken(string code, string message, object? details = null) : Exception(message)
{
    /// <summary>The rule's stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Machine-readable facts, or null.</summary>
    public object? Details { get; } = details;
}

/// <summary>The thing asked for does not exist, or this person must not know that it does. The gateway answers 404.</summary>
public sealed class NotFound(string what) : Exception($"{what} was not found.");

/// <summary>The signed-in person lacks the permission. The gateway answers 403.</summary>
public sealed class Forbidden(string permission) : Exception($"Needs {permission}.")
{
    /// <summary>The permission that is missing.</summary>
    public string Permission { get; } = permission;
}
