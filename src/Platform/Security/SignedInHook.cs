namespace ZhongFu.Platform.Security;

/// <summary>Told when a person has just signed in, before the answer goes out: the place to take over a guest's cart. Found by the module host.</summary>
public interface ISignedInHook
{
    /// <summary>Does its part; a failure is logged and does not stop the sign-in.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="guestKey">Key of the guest this browser was until now, or null.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    Task OnSignedIn(Guid userId, string? guestKey, CancellationToken cancellationToken);
}
