using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Security;

/// <summary>All API doors of all modules, found in the running host: a new one is tested without a word here.</summary>
public sealed class EveryDoorTests : IAsyncLifetime
{
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_closed_door_stays_closed_without_a_good_token()
    {
        var expired = (await host.SignedIn("operator")).DefaultRequestHeaders.Authorization!.Parameter!;
        host.Clock.Advance(TimeSpan.FromHours(2));
        var doors = Doors().Where(x => x.Closed).ToList();
        Assert.True(doors.Count > 3, "Hardly any closed door was found.");
        foreach (var (method, path, _) in doors)
            foreach (var token in (string?[])[null, "garbage", expired, expired[..^8] + "AAAAAAAA"])
            {
                var answer = await Knock(method, path, token);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} with token '{token?[..7]}' answered {(int)answer.StatusCode}");
                await answer.Problem(401);
            }
    }

    [Fact]
    public async Task An_open_door_does_not_take_a_bad_token_for_a_guest()
    {
        foreach (var (method, path, _) in Doors().Where(x => !x.Closed && !x.Path.StartsWith("/api/identity/", StringComparison.Ordinal)))
            await (await Knock(method, path, "garbage")).Problem(401, "identity.token-refused");
    }

    [Fact]
    public async Task No_door_breaks_when_it_is_knocked_at_badly()
    {
        var client = await host.SignedIn("operator");
        foreach (var (method, path, _) in Doors().Where(x => x.Path != "/api/identity/logout"))
            foreach (var id in (string[])["00000000-0000-0000-0000-000000000000", "not-an-id", "..%2f..", "1e999"])
                foreach (var body in method == "GET" ? (string[])[""] : ["", "{}", "null", "[]", "{\"a\":", "{\"a\":{}}"])
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace(Id, id, StringComparison.Ordinal));
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                    if (method != "GET") request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
                    using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                    using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                    Assert.True((int)answer.StatusCode < 500, $"{method} {path} with id '{id}' and body '{body}' answered {(int)answer.StatusCode}");
                }
    }

    private const string Id = "11111111-1111-7111-8111-111111111111";

    private List<(string Method, string Path, bool Closed)> Doors() =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(x => x.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .SelectMany(x => (x.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                (method, "/" + string.Join('/', x.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Id)),
                    x.Metadata.GetMetadata<IAllowAnonymous>() is null))),
    ];

    private Task<HttpResponseMessage> Knock(string method, string path, string? token)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return host.Anonymous().SendAsync(request);
    }
}
