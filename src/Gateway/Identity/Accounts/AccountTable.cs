using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ZhongFu.Gateway.Identity.Accounts;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<SignInPhone>
{
    public void Configure(EntityTypeBuilder<Account> row)
    {
        row.ToTable("Accounts");
        row.Property(x => x.Id).ValueGeneratedNever();
        row.Property(x => x.UserName).HasMaxLength(32).IsRequired();
        row.Property(x => x.NormalizedUserName).HasMaxLength(32).IsRequired();
        row.Property(x => x.PasswordHash).HasMaxLength(200);
        row.Property(x => x.SecurityStamp).HasMaxLength(64);
        row.Property(x => x.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        row.Property(x => x.PhoneNumber).HasMaxLength(16);
        row.Property(x => x.LockoutEnd).HasConversion(new UtcConverter());
        // What is not offered has no column: e-mail, second factor.
        row.Ignore(x => x.Email).Ignore(x => x.NormalizedEmail).Ignore(x => x.EmailConfirmed).Ignore(x => x.PhoneNumberConfirmed).Ignore(x => x.TwoFactorEnabled);
        row.HasIndex(x => x.NormalizedUserName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInPhone> row)
    {
        row.ToTable("SignInPhones");
        row.HasKey(x => x.Phone);
        row.Property(x => x.Phone).HasMaxLength(16);
        row.HasIndex(x => x.AccountId);
        row.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }

    /// <summary><see cref="IdentityUser{TKey}.LockoutEnd"/> is the framework's and has an offset; ours are plain UTC times.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
