using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZhongFu.TestKit;

namespace ZhongFu.Showroom.Tests.Pos;

/// <summary>A thousand sales made without a link are delivered over a bad one, while the server, a process of its own, is killed again and again.</summary>
public sealed class OfflineFaultTests : IAsyncLifetime
{
    private const int Tills = 4, SalesEach = 250, Kills = 3;
    private GatewayProcess gateway = null!;

    public async Task InitializeAsync() => gateway = await GatewayProcess.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task Lost_answers_duplicates_disorder_and_kills_change_no_fen_and_no_piece()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(300));
        using var http = await gateway.SignedIn("cashier");
        var goods = await Goods(http);
        var before = await Rows("""SELECT upper("SkuId") || ' ' || "OnHand" FROM "StockBalances" WHERE "LocationId" = (SELECT "Id" FROM "Locations" WHERE "Kind" = 'Showroom' AND "IsOpen" LIMIT 1)""");
        var salesBefore = await Number("""SELECT COUNT(*) FROM "Sales" """);
        var tills = new List<FaultyTill>();
        for (var number = 1; number <= Tills; number++)
        {
            var standing = await http.GetFromJsonAsync<JsonElement>($"/api/showroom/till?deviceId=fault-{number:0000}", end.Token);
            tills.Add(new(number, SalesEach, goods, standing.GetProperty("token").GetString()!, DateTime.UtcNow.AddMinutes(-20), http));
        }

        var uploads = tills.Select(x => x.Upload(end.Token)).ToList();
        for (var kill = 1; kill <= Kills; kill++)
        {
            var goal = salesBefore + kill * Tills * SalesEach / (Kills + 1);
            await Eventually.True(async () => await Number("""SELECT COUNT(*) FROM "Sales" """) >= goal, TimeSpan.FromSeconds(120));
            gateway.Kill();
            await gateway.StartAgain();
        }
        await Task.WhenAll(uploads);

        var receipts = tills.SelectMany(x => x.Receipts).ToList();
        Assert.Equal(receipts.Select(x => $"{x.DeviceId} {x.LocalNumber} {x.TotalFen}").Order(StringComparer.Ordinal),
            await Rows("""SELECT "DeviceId" || ' ' || "LocalNumber" || ' ' || "TotalFen" FROM "Sales" WHERE "DeviceId" LIKE 'fault-%'"""));

        // The goods: what left the showroom's shelf is what the receipts say, piece by piece.
        var sold = receipts.SelectMany(x => x.Lines).GroupBy(x => x.SkuId).ToDictionary(x => x.Key.ToString().ToUpperInvariant(), x => x.Sum(l => l.Quantity));
        Assert.Equal(sold.Select(x => $"{x.Key} {x.Value}").Order(StringComparer.Ordinal), await Rows("""
            SELECT upper("SkuId") || ' ' || SUM("Quantity") FROM "StockMovements" WHERE "Cause" = 'CounterSale' AND "SubjectId" IN (SELECT "Id" FROM "Sales" WHERE "DeviceId" LIKE 'fault-%') GROUP BY "SkuId"
            """));
        var after = await Rows("""SELECT upper("SkuId") || ' ' || "OnHand" FROM "StockBalances" WHERE "LocationId" = (SELECT "Id" FROM "Locations" WHERE "Kind" = 'Showroom' AND "IsOpen" LIMIT 1)""");
        Assert.Equal(before.Select(x => x.Split(' ')).Select(x => $"{x[0]} {long.Parse(x[1]) - sold.GetValueOrDefault(x[0])}").Order(StringComparer.Ordinal), after);

        // The money: each till's report says what its receipts say, to the fen.
        foreach (var till in tills)
        {
            using var close = new HttpRequestMessage(HttpMethod.Post, $"/api/showroom/shifts/{till.ShiftId}/close") { Content = JsonContent.Create(new { countedFen = 10_000 + till.Receipts.Sum(x => x.TotalFen) }) };
            close.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var closed = await http.SendAsync(close, end.Token);
            Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
            Assert.Equal("Closed", (await closed.Content.ReadFromJsonAsync<JsonElement>(end.Token)).GetProperty("state").GetString());
        }
        await Eventually.True(async () => await Number("""SELECT COUNT(*) FROM "Outbox" """) == 0, TimeSpan.FromSeconds(60));
        gateway.Kill();
        var (exit, output) = await gateway.Run("reconcile");
        Assert.True(exit == 0, output);
        Assert.True(tills.Sum(x => x.Sent) > Tills * SalesEach * 1.2, "The line was not bad enough.");
    }

    /// <summary>Goods that stand in the showroom, with their prices.</summary>
    private static async Task<List<(Guid, long)>> Goods(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/showroom/till/catalogue")).GetProperty("items").EnumerateArray().Where(x => x.GetProperty("stock").GetInt64() > 0 && x.GetProperty("isOnSale").GetBoolean())
            .Take(60).Select(x => (x.GetProperty("skuId").GetGuid(), x.GetProperty("priceFen").GetInt64()))];

    private async Task<long> Number(string question) => long.Parse((await Rows(question))[0]);

    /// <summary>Asked of the file itself, sorted.</summary>
    private async Task<List<string>> Rows(string question)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(gateway.Folder, "showroom.db")};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetValue(0).ToString()!);
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
