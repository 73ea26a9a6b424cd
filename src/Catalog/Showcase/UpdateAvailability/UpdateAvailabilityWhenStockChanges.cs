using MediatR;
using ZhongFu.Catalog.Contracts;
using ZhongFu.Platform.Messaging;

namespace ZhongFu.Catalog.Showcase.UpdateAvailability;

/// <summary>The message carries the SKU's version, and an older one changes nothing: it may come twice.</summary>
internal sealed class UpdateAvailabilityWhenStockChanges(IMediator mediator, IServiceProvider services) : RepeatableReaction<ShowAvailability>(services)
{
    protected override Task React(ShowAvailability message, CancellationToken cancellationToken) =>
        mediator.Send(new UpdateAvailabilityCommand(message.SkuId, message.Available, message.Version), cancellationToken);
}
