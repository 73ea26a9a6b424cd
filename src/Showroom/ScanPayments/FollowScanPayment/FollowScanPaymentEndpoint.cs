using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Security;

namespace ZhongFu.Showroom.ScanPayments.FollowScanPayment;

/// <summary>One payment by scan as it moves on. How it stands is told first, so that nothing between reading and listening is missed.</summary>
internal sealed class FollowScanPaymentEndpoint : IEndpoint
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/live/scan-payments/{id:guid}", Handle).ToHolders(ShowroomPermissions.Sell)
        .WithSummary("Server-Sent Events 'payment' of one payment by scan.").WithMetadata(new DisableRequestTimeoutAttribute());

    private static IResult Handle(Guid id, LiveFeed feed, IMediator mediator, CancellationToken cancellationToken) => TypedResults.ServerSentEvents(News(id, feed, mediator, cancellationToken));

    private static async IAsyncEnumerable<SseItem<ScanPaymentNews?>> News(Guid id, LiveFeed feed, IMediator mediator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var news = feed.Listen([ScanPaymentNews.Topic(id)], cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = news.MoveNextAsync().AsTask();
        yield return Told(await mediator.Send(new ReadScanPaymentQuery(id), cancellationToken));
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(KeepAlive, cancellationToken)) != next)
            {
                if (cancellationToken.IsCancellationRequested) yield break;
                yield return new SseItem<ScanPaymentNews?>(null, "ping");
                continue;
            }
            if (!await next) yield break;
            yield return Told((ScanPaymentNews)news.Current.Payload);
            next = news.MoveNextAsync().AsTask();
        }
    }

    private static SseItem<ScanPaymentNews?> Told(ScanPaymentNews news) => new(news, "payment") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
}
