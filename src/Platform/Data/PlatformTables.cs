using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ZhongFu.Platform.Jobs;
using ZhongFu.Platform.Messaging;
using ZhongFu.Platform.Requests;

namespace ZhongFu.Platform.Data;

/// <summary>The tables that every module has.</summary>
internal static class PlatformTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(row =>
        {
            row.ToTable("Outbox");
            row.Property(x => x.Type).HasMaxLength(200);
            row.Property(x => x.Problem).HasMaxLength(1000);
            row.HasIndex(x => new { x.ParkedAt, x.DueAt });
        });
        model.Entity<InboxMessage>(row =>
        {
            row.ToTable("Inbox");
            row.HasKey(x => new { x.MessageId, x.Consumer });
            row.Property(x => x.Consumer).HasMaxLength(120);
            row.HasIndex(x => x.At);
        });
        model.Entity<IdempotencyRecord>(row =>
        {
            row.ToTable("IdempotencyKeys");
            row.HasKey(x => new { x.Actor, x.Operation, x.Key });
            row.Property(x => x.Actor).HasMaxLength(64);
            row.Property(x => x.Operation).HasMaxLength(80);
            row.Property(x => x.Key).HasMaxLength(100);
            row.Property(x => x.BodyHash).HasMaxLength(64);
            row.HasIndex(x => x.At);
        });
        model.Entity<JobLease>(row =>
        {
            row.ToTable("JobLeases");
            row.HasKey(x => x.Job);
            row.Property(x => x.Job).HasMaxLength(120);
        });
        model.Entity<AuditEntry>(row =>
        {
            row.ToTable("Audit");
            row.Property(x => x.ActorKey).HasMaxLength(64);
            row.Property(x => x.ActorName).HasMaxLength(100);
            row.Property(x => x.Action).HasMaxLength(100);
            row.Property(x => x.Subject).HasMaxLength(100);
            row.HasIndex(x => new { x.Subject, x.At });
            row.HasIndex(x => x.At);
        });
    }
}

/// <summary>Databases forget the kind of a time; ours are always UTC.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
