using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ZhongFu.Showroom.Tests.Pos;

/// <summary>A till as its customers and its paper know it, with a bad line: answers get lost, sales are sent twice and out of order, and nobody is there at times. What it
/// holds as sold is what it printed; a sale leaves its queue only by an answer that names it.</summary>
internal sealed class FaultyTill
{
    private readonly HttpClient http;
    private readonly Random luck;
    private readonly List<(Guid Key, object Body)> waiting = [];
    private bool openingWaits = true;

    public FaultyTill(int number, int sales, IReadOnlyList<(Guid SkuId, long PriceFen)> goods, string token, DateTime from, HttpClient http)
    {
        (this.http, luck) = (http, new Random(number));
        DeviceId = $"fault-{number:0000}";
        Opening = new { deviceId = DeviceId, floatFen = 10_000, id = ShiftId, openedAt = from, token };
        for (var sale = 1; sale <= sales; sale++)
        {
            var lines = Enumerable.Range(0, luck.Next(1, 4)).Select(_ => (Goods: goods[luck.Next(goods.Count)], Quantity: luck.Next(1, 4))).ToList();
            var total = lines.Sum(x => x.Quantity * x.Goods.PriceFen);
            Receipts.Add(new(DeviceId, sale, total, [.. lines.Select(x => (x.Goods.SkuId, (long)x.Quantity))]));
            waiting.Add((Guid.CreateVersion7(), JsonSerializer.SerializeToElement(new
            {
                deviceId = DeviceId, localNumber = sale, soldAt = from.AddSeconds(sale), shiftId = ShiftId, offline = true, totalFen = total,
                lines = lines.Select(x => new { skuId = x.Goods.SkuId, quantity = x.Quantity, priceFen = x.Goods.PriceFen }), tenders = new[] { new { kind = "Cash", amountFen = total } },
            })));
        }
    }

    public string DeviceId { get; }

    public Guid ShiftId { get; } = Guid.CreateVersion7();

    /// <summary>What the customers have in their hands.</summary>
    public List<Receipt> Receipts { get; } = [];

    public int Sent { get; private set; }

    private object Opening { get; }

    /// <summary>Uploads until nothing waits. The oldest goes first only mostly; every fifth answer is lost, every tenth request is cut off, every tenth goes out twice at once.</summary>
    public async Task Upload(CancellationToken end)
    {
        while (waiting.Count > 0 || openingWaits)
        {
            end.ThrowIfCancellationRequested();
            if (openingWaits && (waiting.Count == 0 || luck.Next(30) == 0))
            {
                openingWaits = await Post("/api/showroom/shifts", ShiftId, Opening, end) is null;
                continue;
            }
            var at = luck.Next(3) == 0 ? luck.Next(Math.Min(8, waiting.Count)) : 0;
            var (key, body) = waiting[at];
            var answers = luck.Next(10) == 0 ? await Task.WhenAll(Post("/api/showroom/sales", key, body, end), Post("/api/showroom/sales", key, body, end)) : [await Post("/api/showroom/sales", key, body, end)];
            if (luck.Next(5) == 0) continue; // whatever was said, it was not heard
            if (answers.FirstOrDefault(x => x is not null) is { } heard && heard.TryGetProperty("number", out _)) waiting.RemoveAt(at);
        }
    }

    /// <summary>The answer, or null when there was none.</summary>
    private async Task<JsonElement?> Post(string path, Guid key, object body, CancellationToken end)
    {
        Sent++;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(end);
        patience.CancelAfter(luck.Next(10) == 0 ? luck.Next(1, 30) : 10_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key.ToString());
        try
        {
            using var answer = await http.SendAsync(request, patience.Token);
            if ((int)answer.StatusCode >= 500) return null;
            Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(end)}");
            return await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
        }
        catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException)
        {
            await Task.Delay(20, end); // nobody there: not asked again at once
            return null;
        }
    }
}

/// <summary>A printed receipt.</summary>
internal sealed record Receipt(string DeviceId, long LocalNumber, long TotalFen, IReadOnlyList<(Guid SkuId, long Quantity)> Lines);
