using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Time;
using ZhongFu.Showroom.Data;
using ZhongFu.Showroom.Shifts;

namespace ZhongFu.Showroom.Pos.ReadTillStanding;

/// <summary>What a till has to know about itself: its number, its open shift, and leave to open the next one without a link.</summary>
internal sealed record ReadTillStandingQuery(string DeviceId) : IQuery<TillStanding>;

/// <summary>The answer.</summary>
/// <param name="Terminal">Null for a device that has sold nothing yet.</param>
/// <param name="Shift">Where its sales go now.</param>
/// <param name="Token">Signed leave for the person who asks; good until <paramref name="TokenUntil"/>.</param>
internal sealed record TillStanding(int? Terminal, StandingShift? Shift, string Token, DateTime TokenUntil);

/// <summary>An open shift.</summary>
internal sealed record StandingShift(Guid Id, string Cashier, DateTime OpenedAt, long FloatFen, bool IsOpened);

internal sealed class ReadTillStandingValidator : AbstractValidator<ReadTillStandingQuery>
{
    public ReadTillStandingValidator() => RuleFor(x => x.DeviceId).NotEmpty().Matches("^[A-Za-z0-9-]{4,64}$");
}

internal sealed class ReadTillStandingHandler(ShowroomDb db, RequestContext context, TimeProvider clock, ShiftTokens tokens, IConfiguration settings) : IRequestHandler<ReadTillStandingQuery, TillStanding>
{
    public async Task<TillStanding> Handle(ReadTillStandingQuery request, CancellationToken cancellationToken)
    {
        var till = await db.Tills.AsNoTracking().FirstOrDefaultAsync(x => x.DeviceId == request.DeviceId, cancellationToken);
        var shift = till?.OpenShiftId is not { } open ? null : await db.Shifts.AsNoTracking().Where(x => x.Id == open && x.State == ShiftState.Open)
            .Select(x => new StandingShift(x.Id, x.Cashier, x.OpenedAt, x.FloatFen, x.Kind == ShiftKind.Opened)).FirstOrDefaultAsync(cancellationToken);
        var now = clock.UtcNow();
        var until = now.AddHours(TillSettings.Of(settings).ShiftTokenHours);
        return new(till?.Terminal, shift, tokens.Sign(new(request.DeviceId, context.Actor.Key, context.Actor.Name, now, until)), until);
    }
}
