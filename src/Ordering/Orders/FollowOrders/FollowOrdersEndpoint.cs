using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.FollowOrders;

/// <summary>A person's own orders as they move on, as Server-Sent Events. A page that opens the stream has just been read, so only changes are told.</summary>
internal sealed class FollowOrdersEndpoint : IEndpoint
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/live/me", Handle).ToSignedIn()
        .WithName("FollowOrders").WithSummary("Server-Sent Events 'order' with no, state and at, for one's own orders.").WithMetadata(new DisableRequestTimeoutAttribute());

    private static IResult Handle(LiveFeed feed, RequestContext context, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(News(feed, OrderNews.Topic(context.Actor.Key), cancellationToken));

    private static async IAsyncEnumerable<SseItem<OrderNews?>> News(LiveFeed feed, string topic, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var news = feed.Listen([topic], cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = news.MoveNextAsync().AsTask();
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(KeepAlive, cancellationToken)) != next)
            {
                if (cancellationToken.IsCancellationRequested) yield break;
                yield return new SseItem<OrderNews?>(null, "ping"); // proxies close what is silent
                continue;
            }
            if (!await next) yield break;
            yield return new SseItem<OrderNews?>((OrderNews)news.Current.Payload, "order") { EventId = Guid.CreateVersion7().ToString("N"), ReconnectionInterval = TimeSpan.FromSeconds(3) };
            next = news.MoveNextAsync().AsTask();
        }
    }
}
