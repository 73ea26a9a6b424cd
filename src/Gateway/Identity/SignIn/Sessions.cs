using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Identity.SignIn;

/// <summary>Opens and ends sessions. A ticket says only who and with which stamp; what that person may do is looked up (<see cref="Standings"/>).</summary>
internal sealed class Sessions(Standings standings, RequestContext request, IEnumerable<ISignedInHook> hooks, ILogger<Sessions> log)
{
    /// <summary>The ticket for an account.</summary>
    public static ClaimsPrincipal TicketFor(Guid accountId, string userName, string stamp, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, accountId.ToString()), new(ClaimTypes.Name, userName), new(Standings.StampClaim, stamp)], scheme));

    /// <summary>Prepares the session of a person who has just shown the password; the caller sends the ticket as a cookie or a token.</summary>
    public async Task<ClaimsPrincipal> Open(HttpContext context, Account account, string scheme)
    {
        standings.Forget(account.Id);
        var ticket = TicketFor(account.Id, account.UserName!, account.SecurityStamp ?? "", scheme);
        var guest = GuestKey.Read(context);
        request.Actor = await standings.ActorOf(ticket, null, context.RequestAborted) ?? request.Actor;
        foreach (var hook in hooks)
        {
            try { await hook.OnSignedIn(account.Id, guest, context.RequestAborted); }
            catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested) { log.LogError(problem, "{Hook} failed after a sign-in", hook.GetType().Name); }
        }
        GuestKey.Forget(context);
        return ticket;
    }

    /// <summary>Opens a session of the browser.</summary>
    public async Task OpenCookie(HttpContext context, Account account) => await context.SignInAsync(
        IdentityConstants.ApplicationScheme, await Open(context, account, IdentityConstants.ApplicationScheme), new AuthenticationProperties { IsPersistent = true });
}
