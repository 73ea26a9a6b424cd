using Microsoft.EntityFrameworkCore;
using MediatR;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.StaffCopies;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Gateway.Identity.SignOut;

/// <summary>Ends every session of the person, on all devices, by changing the stamp they carry.</summary>
internal sealed record SignOutEverywhereCommand : ICommand;

internal sealed class SignOutEverywhereHandler(IdentityDb db, RequestContext request, Standings standings, HeadOffice headOffice) : IRequestHandler<SignOutEverywhereCommand, Unit>
{
    public async Task<Unit> Handle(SignOutEverywhereCommand command, CancellationToken cancellationToken)
    {
        if (request.Actor.UserId is not { } id) return Unit.Value;
        headOffice.MustBeHere();
        var stamp = Guid.NewGuid().ToString("N");
        await db.Accounts.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(a => a.SecurityStamp, stamp), cancellationToken);
        db.AfterCommit(() => standings.Forget(id));
        return Unit.Value;
    }
}
