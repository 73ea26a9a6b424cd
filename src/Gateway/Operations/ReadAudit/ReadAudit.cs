using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Gateway.Operations.ReadAudit;

/// <summary>The audit logs of all modules as one, newest first.</summary>
/// <param name="Page">From 1; at most <see cref="LastPage"/>.</param>
internal sealed record ReadAuditQuery(int Page) : IQuery<AuditPage>
{
    public const int PageSize = 50;
    public const int LastPage = 200;
    public const string Permission = "platform.audit.read";
}

internal sealed class ReadAuditRules : AbstractValidator<ReadAuditQuery>
{
    public ReadAuditRules() => RuleFor(x => x.Page).InclusiveBetween(1, ReadAuditQuery.LastPage);
}

internal sealed record AuditPage(IReadOnlyList<AuditLine> Lines, int Page, bool HasMore);

internal sealed record AuditLine(string Module, DateTime At, string ActorName, string Action, string Subject, string? Before, string? After);

internal sealed class ReadAuditHandler(ModuleDatabases databases, RequestContext request) : IRequestHandler<ReadAuditQuery, AuditPage>
{
    public async Task<AuditPage> Handle(ReadAuditQuery query, CancellationToken cancellationToken)
    {
        request.Actor.Demand(ReadAuditQuery.Permission, Scope.All);
        var upTo = query.Page * ReadAuditQuery.PageSize + 1;
        var found = new List<AuditLine>();
        // Each log is in order by itself: the newest of all are among the newest of each.
        foreach (var db in databases.All) found.AddRange(await Newest(db, upTo, cancellationToken));
        var lines = found.OrderByDescending(x => x.At).ThenBy(x => x.Module, StringComparer.Ordinal).Take(upTo).Skip((query.Page - 1) * ReadAuditQuery.PageSize).ToList();
        return new AuditPage([.. lines.Take(ReadAuditQuery.PageSize)], query.Page, lines.Count > ReadAuditQuery.PageSize && query.Page < ReadAuditQuery.LastPage);
    }

    private static async Task<IEnumerable<AuditLine>> Newest(ModuleDb db, int count, CancellationToken cancellationToken)
    {
        var entries = await db.Audit.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(count).ToListAsync(cancellationToken);
        return entries.Select(x => new AuditLine(db.Schema, x.At, x.ActorName, x.Action, x.Subject, x.Before, x.After));
    }
}
