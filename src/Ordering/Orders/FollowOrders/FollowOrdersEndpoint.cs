using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZhongFu.Platform.Live;
using ZhongFu.Platform.Modules;
using ZhongFu.Platform.Requests;
using ZhongFu.Platform.Security;

namespace ZhongFu.Ordering.Orders.FollowOrders;

/// <summary>A person's own orders as they move on, as Server-Sent Events.</summary>
internal sealed class FollowOrdersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/live/me", Handle).ToSignedIn().ExcludeFromDescription();

    private static IResult Handle(LiveFeed feed, RequestContext context, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(News(feed, OrderNews.Topic(context.Actor.Key), cancellationToken));

    private static async IAsyncEnumerable<SseItem<OrderNews>> News(LiveFeed feed, string topic, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var news in feed.Listen([topic], cancellationToken))
            yield return new SseItem<OrderNews>((OrderNews)news.Payload, "order") { ReconnectionInterval = TimeSpan.FromSeconds(3) };
    }
}
