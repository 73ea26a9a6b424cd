using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ZhongFu.Gateway.Identity.Access;
using ZhongFu.Gateway.Identity.Accounts;
using ZhongFu.Gateway.Identity.StaffCopies;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Identity.ChangePassword;

/// <summary>The signed-in person chooses a new password; all sessions end.</summary>
internal sealed record ChangePasswordCommand(string CurrentPassword, string NewPassword) : ICommand
{
    /// <summary>Records print their fields; a password must not reach a log that way.</summary>
    public override string ToString() => nameof(ChangePasswordCommand);
}

internal sealed class ChangePasswordRules : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordRules(IStringLocalizer<IdentityText> text)
    {
        RuleFor(x => x.CurrentPassword).NotEmpty().MaximumLength(128).WithMessage(_ => text["PasswordMissing"]);
        RuleFor(x => x.NewPassword).Length(10, 128).WithMessage(_ => text["PasswordRule"]).Must(x => x.Distinct().Count() >= 5).WithMessage(_ => text["PasswordTooSimple"]);
    }
}

internal sealed class ChangePasswordHandler(IdentityDb db, UserManager<Account> accounts, RequestContext request, Standings standings, HeadOffice headOffice, IStringLocalizer<IdentityText> text, TimeProvider clock)
    : IRequestHandler<ChangePasswordCommand, Unit>
{
    public async Task<Unit> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        headOffice.MustBeHere();
        var account = await db.Accounts.SingleAsync(x => x.Id == request.Actor.UserId, cancellationToken);
        var changed = await accounts.ChangePasswordAsync(account, command.CurrentPassword, command.NewPassword); // also changes the stamp
        if (!changed.Succeeded) throw new ValidationException([new ValidationFailure(nameof(command.CurrentPassword), text["CurrentPasswordWrong"])]);
        db.Audit.Add(AuditEntry.Of(request.Actor, clock.UtcNow(), "identity.password-changed", account.Id));
        db.AfterCommit(() => standings.Forget(account.Id));
        return Unit.Value;
    }
}
