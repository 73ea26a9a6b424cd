using Microsoft.AspNetCore.Builder;

namespace ZhongFu.Platform.Web;

/// <summary>Marks a door that moves money or stock: a call without an <c>Idempotency-Key</c> is answered 400 before anything happens.</summary>
public sealed class IdempotencyKeyRequired;

/// <summary>Says which doors need an <c>Idempotency-Key</c>. Other doors take one too, if it comes.</summary>
public static class IdempotencyDoor
{
    /// <summary>The header: 1 to 100 visible ASCII characters, best a UUID.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Refuses calls without the header.</summary>
    public static TBuilder RequireIdempotencyKey<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new IdempotencyKeyRequired());

    /// <summary>Whether the text can be a key.</summary>
    public static bool IsKey(string text) => text.Length is >= 1 and <= 100 && text.All(c => c is > ' ' and <= '~');
}
