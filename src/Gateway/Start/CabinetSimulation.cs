using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ZhongFu.Gateway.Start;

/// <summary>Plays the self-service cabinets of a day against a running server, over HTTP and with real device keys: answers get lost, batches come twice and in the
/// wrong order, some devices are silent for hours. Afterwards the server's books are compared with what the devices sold.</summary>
internal sealed class CabinetSimulation(SimulationPlan plan, TextWriter output)
{
    private readonly HttpClient server = new() { BaseAddress = new Uri(plan.Url), Timeout = TimeSpan.FromSeconds(60) };

    public static async Task<int> Run(string[] args, TextWriter output)
    {
        try { return await new CabinetSimulation(SimulationPlan.Of(args), output).Play(); }
        catch (Exception problem) when (problem is HttpRequestException or FormatException or UriFormatException)
        {
            await output.WriteLineAsync("Not played: " + problem.Message);
            return 2;
        }
    }

    /// <returns>0 when the ledger equals what was sold, else 1.</returns>
    public async Task<int> Play()
    {
        await SignIn();
        var before = await Books();
        var devices = new List<SimulatedCabinet>();
        foreach (var code in before.Keys.Order(StringComparer.Ordinal).Take(plan.Cabinets)) devices.Add(new SimulatedCabinet(code, await Issue(code), before[code].LastBatch, plan, devices.Count));
        await output.WriteLineAsync($"{devices.Count} cabinets play {plan.Day:yyyy-MM-dd} against {plan.Url}, seed {plan.Seed}");
        var started = TimeProvider.System.GetUtcNow().UtcDateTime;
        await Parallel.ForEachAsync(devices, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (device, stop) => await device.Play(stop));

        await SignIn();
        var after = await Books();
        var wrong = new List<string>();
        foreach (var device in devices)
        {
            var (was, now) = (before[device.Code], after[device.Code]);
            if (now.Sales - was.Sales != device.Sales || now.SoldFen - was.SoldFen != device.SoldFen) wrong.Add($"{device.Code}: sold {device.Sales} times for {device.SoldFen} fen, the books have {now.Sales - was.Sales} for {now.SoldFen - was.SoldFen}");
            if (was.OnHand - now.OnHand != device.Pieces || now.Sold - was.Sold != device.Pieces) wrong.Add($"{device.Code}: gave out {device.Pieces} pieces, the ledger lost {was.OnHand - now.OnHand} and moved {now.Sold - was.Sold}");
        }
        await output.WriteLineAsync($"{devices.Sum(x => x.Batches)} batches with {devices.Sum(x => x.Sales)} sales, {devices.Sum(x => x.Pieces)} pieces, {devices.Sum(x => x.SoldFen) / 100m:0.00} yuan in {(TimeProvider.System.GetUtcNow().UtcDateTime - started).TotalSeconds:0} s");
        await output.WriteLineAsync($"{devices.Sum(x => x.LostAnswers)} answers lost, {devices.Sum(x => x.Doubles)} batches sent twice, {devices.Sum(x => x.Late)} late or out of order, {devices.Count(x => x.IsSilent)} cabinets silent for hours, {devices.Sum(x => x.Waits)} times told to wait");
        foreach (var line in wrong) await output.WriteLineAsync("  " + line);
        await output.WriteLineAsync(wrong.Count == 0 ? "The ledger equals what the devices sold." : $"The ledger differs at {wrong.Count} points.");
        return wrong.Count == 0 ? 0 : 1;
    }

    private async Task SignIn()
    {
        server.DefaultRequestHeaders.Authorization = null;
        var answer = await server.PostAsJsonAsync("/api/identity/login", new { userName = plan.User, password = plan.Password });
        answer.EnsureSuccessStatusCode();
        server.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
    }

    private async Task<string> Issue(string cabinet)
    {
        var answer = await SimulatedCabinet.Patiently(() => server.PostAsync($"/api/showroom/cabinets/{cabinet}/keys", null), _ => { });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    private async Task<Dictionary<string, CabinetBooks>> Books() =>
        (await server.GetFromJsonAsync<BookPage>("/api/showroom/cabinets?pageSize=5000"))!.Items.ToDictionary(x => x.Code);

    private sealed record BookPage(IReadOnlyList<CabinetBooks> Items);

    private sealed record CabinetBooks(string Code, long LastBatch, long OnHand, int Sales, long Sold, long SoldFen);
}

/// <summary>What is to be played.</summary>
internal sealed record SimulationPlan(string Url, DateOnly Day, int Seed, int Cabinets, int Batches, string User, string Password)
{
    public static SimulationPlan Of(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        string Text(string name, string usual) => given[name] is { Length: > 0 } text ? text : usual;
        int Number(string name, int usual) => int.Parse(Text(name, usual.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        return new(Text("url", "http://127.0.0.1:5000"), DateOnly.ParseExact(Text("day", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number("seed", 1), Number("cabinets", 134), Number("batches", 24), Text("user", "operator"), Text("password", "ZhongFu-demo-2026"));
    }
}
