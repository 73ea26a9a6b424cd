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
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;

namespace ZhongFu.Gateway.Identity.Register;

/// <summary>A citizen opens an account.</summary>
/// <param name="UserName">3 to 32 letters, digits, dots, dashes; begins with a letter, so that it never looks like a phone number.</param>
/// <param name="Password">10 to 128 characters.</param>
/// <param name="Phone">Mobile number to sign in with, or null.</param>
internal sealed record RegisterCommand(string UserName, string Password, string? Phone = null) : ICommand<RegisteredAccount>
{
    /// <summary>Records print their fields; a password must not reach a log that way.</summary>
    public override string ToString() => $"{nameof(RegisterCommand)} {UserName}";
}

internal sealed record RegisteredAccount(Guid Id, string UserName);

internal sealed class RegisterRules : AbstractValidator<RegisterCommand>
{
    public RegisterRules(IStringLocalizer<IdentityText> text)
    {
        RuleFor(x => x.UserName).Matches("^[A-Za-z][A-Za-z0-9._-]{2,31}$").WithMessage(_ => text["UserNameRule"]);
        RuleFor(x => x.Phone).Must(x => string.IsNullOrWhiteSpace(x) || (x.Length <= 32 && PhoneNumber.Parse(x) is not null)).WithMessage(_ => text["PhoneRule"]);
        RuleFor(x => x.Password).Length(10, 128).WithMessage(_ => text["PasswordRule"])
            .Must((x, password) => password.Distinct().Count() >= 5 && !password.Contains(x.UserName, StringComparison.OrdinalIgnoreCase)).WithMessage(_ => text["PasswordTooSimple"]);
    }
}

internal sealed class RegisterHandler(IdentityDb db, UserManager<Account> accounts, IStringLocalizer<IdentityText> text, RequestContext request, HeadOffice headOffice, TimeProvider clock)
    : IRequestHandler<RegisterCommand, RegisteredAccount>
{
    public async Task<RegisteredAccount> Handle(RegisterCommand command, CancellationToken cancellationToken)
    {
        headOffice.MustBeHere();
        var phone = string.IsNullOrWhiteSpace(command.Phone) ? null : PhoneNumber.Parse(command.Phone);
        if (phone is not null && await db.Phones.AnyAsync(x => x.Phone == phone, cancellationToken)) throw new RuleBroken("identity.phone-taken", "This phone number already has an account.");

        var account = new Account { UserName = command.UserName, PhoneNumber = phone, LockoutEnabled = true, CreatedAt = clock.UtcNow() };
        var made = await accounts.CreateAsync(account, command.Password);
        if (made.Errors.Any(x => x.Code == nameof(IdentityErrorDescriber.DuplicateUserName))) throw new RuleBroken("identity.name-taken", "This user name is taken.");
        if (!made.Succeeded) throw new ValidationException([new ValidationFailure(nameof(command.Password), text["PasswordRule"])]);

        if (phone is not null) db.Phones.Add(new SignInPhone { Phone = phone, AccountId = account.Id });
        db.AccountRoles.Add(new AccountRole { AccountId = account.Id, Role = "citizen" });
        db.Audit.Add(AuditEntry.Of(request.Actor, clock.UtcNow(), "identity.registered", account.Id));
        return new RegisteredAccount(account.Id, command.UserName);
    }
}
