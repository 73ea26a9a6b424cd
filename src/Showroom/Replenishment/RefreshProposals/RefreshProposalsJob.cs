using MediatR;
using ZhongFu.Platform.Jobs;

namespace ZhongFu.Showroom.Replenishment.RefreshProposals;

/// <summary>Keeps the proposals of all places fresh.</summary>
internal sealed class RefreshProposalsJob(IMediator mediator) : IRecurringJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(CancellationToken cancellationToken) => mediator.Send(new RefreshProposalsCommand(), cancellationToken);
}
