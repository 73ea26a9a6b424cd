using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using ZhongFu.Gateway.Observability;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Observability;

public sealed class TracingTests
{
    [Fact]
    public async Task A_call_and_the_command_behind_it_are_spans_of_one_trace_without_personal_data()
    {
        var spans = new Spans();
        await using var host = await GatewayHost.Start(configure: services => services.AddTelemetry().WithTracing(traces => traces.AddProcessor(spans)));
        var problem = await (await host.Anonymous().PostAsJsonAsync("/api/identity/register", new { userName = "citizen", phone = "13512345678", password = "four quiet geese" })).Problem(409);

        var trace = spans.Ended.Where(x => x.TraceId.ToHexString() == problem.GetProperty("traceId").GetString()).ToList();
        Assert.Contains(trace, x => x.OperationName == "RegisterCommand" && x.Status == ActivityStatusCode.Error);
        Assert.DoesNotContain(trace.SelectMany(x => x.TagObjects.Select(tag => $"{tag.Value}").Append(x.StatusDescription ?? "")), x => x.Contains("13512345678", StringComparison.Ordinal) || x.Contains("geese", StringComparison.Ordinal));
    }

    private sealed class Spans : OpenTelemetry.BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Ended { get; } = [];

        public override void OnEnd(Activity data) => Ended.Enqueue(data);
    }
}
