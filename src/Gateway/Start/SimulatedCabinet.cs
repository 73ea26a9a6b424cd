using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ZhongFu.Gateway.Start;

/// <summary>One device of the simulation. It counts what it gave out; what becomes of its messages is not its business, but it repeats each until it was answered.</summary>
internal sealed class SimulatedCabinet(string code, string key, long lastBatch, SimulationPlan plan, int index)
{
    private readonly Random luck = new(plan.Seed * 1000 + index);
    private readonly List<object> waiting = [];
    private long lastSale = lastBatch * 1000; // numbers of this run follow those of an earlier one

    public string Code { get; } = code;
    public int Batches { get; private set; }
    public int Sales { get; private set; }
    public long Pieces { get; private set; }
    public long SoldFen { get; private set; }
    public int LostAnswers { get; private set; }
    public int Doubles { get; private set; }
    public int Late { get; private set; }
    public int Waits { get; private set; }
    public bool IsSilent { get; } = index % 20 == 7;

    public async Task Play(CancellationToken stop)
    {
        using var line = new HttpClient { BaseAddress = new Uri(plan.Url), Timeout = TimeSpan.FromSeconds(60) };
        line.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Device", key);
        var asked = await Patiently(() => line.GetAsync("/api/showroom/cabinets/plan", stop), Wait);
        var slots = (await asked.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("slots").EnumerateArray().Select(x => (Slot: x.GetProperty("slot").GetString()!, Barcode: x.GetProperty("barcode").GetString()!, PriceFen: x.GetProperty("priceFen").GetInt64())).ToArray();
        for (var batch = 0; batch < plan.Batches; batch++)
        {
            waiting.Add(Make(lastBatch + batch + 1, plan.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(24.0 * batch / plan.Batches), slots));
            var silent = IsSilent && batch > plan.Batches / 3 && batch < plan.Batches - 1;
            if (silent || (batch < plan.Batches - 1 && luck.Next(15) == 0)) { Late++; continue; }
            while (waiting.Count > 0)
            {
                var next = waiting[luck.Next(waiting.Count)];
                waiting.Remove(next);
                await Deliver(line, next, stop);
            }
        }
    }

    private object Make(long number, DateTime from, (string Slot, string Barcode, long PriceFen)[] slots)
    {
        Batches++;
        var sales = Enumerable.Range(0, slots.Length == 0 ? 0 : luck.Next(3)).Select(_ =>
        {
            var (slot, quantity) = (slots[luck.Next(slots.Length)], luck.Next(20) == 0 ? 2 : 1);
            (Sales, Pieces, SoldFen) = (Sales + 1, Pieces + quantity, SoldFen + quantity * slot.PriceFen);
            return new { number = ++lastSale, soldAt = from.AddMinutes(luck.Next(25)), quantity, priceFen = slot.PriceFen, barcode = slot.Barcode, slot = slot.Slot, payment = $"SIM{lastSale}" };
        }).ToArray();
        var warm = luck.Next(400) == 0 ? 60 : 0;
        var temperatures = Enumerable.Range(0, 6).Select(x => new { at = from.AddMinutes(x * 4), tenths = 55 + luck.Next(20) + warm }).ToArray();
        var doors = sales.SelectMany(x => new[] { new { at = x.soldAt, open = true }, new { at = x.soldAt.AddSeconds(20), open = false } }).ToArray();
        var faults = luck.Next(300) == 0 ? new[] { new { at = from, code = "E07", cleared = false }, new { at = from.AddMinutes(9), code = "E07", cleared = true } } : [];
        return new { number, cabinet = Code, sentAt = TimeProvider.System.GetUtcNow().UtcDateTime, sales, temperatures, doors, faults };
    }

    private async Task Deliver(HttpClient line, object batch, CancellationToken stop)
    {
        var fate = luck.Next(20);
        if (fate == 0) await LoseAnswer(line, batch, stop);
        if (fate == 1)
        {
            Doubles++;
            await Task.WhenAll(Answered(line, batch, stop), Answered(line, batch, stop));
        }
        await Answered(line, batch, stop);
    }

    /// <summary>The line breaks while the server is at work: nobody here knows whether it counted.</summary>
    private async Task LoseAnswer(HttpClient line, object batch, CancellationToken stop)
    {
        LostAnswers++;
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(stop);
        cut.CancelAfter(luck.Next(1, 30));
        try { (await line.PostAsJsonAsync("/api/showroom/cabinets/batches", batch, cut.Token)).Dispose(); }
        catch (Exception lost) when (lost is OperationCanceledException or HttpRequestException && !stop.IsCancellationRequested) { } // as wanted
    }

    private async Task Answered(HttpClient line, object batch, CancellationToken stop) =>
        (await Patiently(() => line.PostAsJsonAsync("/api/showroom/cabinets/batches", batch, stop), Wait)).Dispose();

    private void Wait(TimeSpan pause) => Waits++;

    /// <summary>Asks until there is an answer: waits when told to, and tries again when the server is busy.</summary>
    /// <exception cref="HttpRequestException">The server refused.</exception>
    public static async Task<HttpResponseMessage> Patiently(Func<Task<HttpResponseMessage>> ask, Action<TimeSpan> waits)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await ask();
            if (answer.IsSuccessStatusCode) return answer;
            var busy = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
            if (!busy || attempt == 100) answer.EnsureSuccessStatusCode();
            var pause = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            answer.Dispose();
            waits(pause);
            await Task.Delay(pause);
        }
    }
}
