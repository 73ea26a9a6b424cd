using System.Net.Http.Json;
using System.Text.Json;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Servers;

/// <summary>The showroom as its own process: two hosts that share nothing but the broker.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string officeFolder = Temporary.Folder(), showroomFolder = Temporary.Folder();

    public void Dispose()
    {
        Temporary.Remove(officeFolder);
        Temporary.Remove(showroomFolder);
    }

    [Fact]
    public async Task What_was_said_before_the_other_process_first_started_waits_for_it_in_both_directions()
    {
        var bus = await TestServers.RabbitMq();
        await using (var office = await Office(bus)) await Eventually.True(office.NothingWaits, Patience);

        // The office is gone again when the showroom first starts: all it can learn of the goods lies at the broker.
        await using (var showroom = await Showroom(bus))
        {
            var cashier = await showroom.SignedIn("cashier");
            await Eventually.Passes(async () => Assert.Equal(600, (await cashier.GetFromJsonAsync<JsonElement>("/api/showroom/till/catalogue")).GetProperty("items").GetArrayLength()), Patience);
            await Eventually.True(showroom.NothingWaits, Patience);
        }

        await using var again = await Office(bus);
        await Eventually.Passes(async () => Assert.InRange((await again.Anonymous().GetFromJsonAsync<JsonElement>("/api/catalog/products?inStock=true&pageSize=1")).GetProperty("total").GetInt32(), 300, 320), Patience);
    }

    private Task<GatewayHost> Office(Dictionary<string, string?> bus) => GatewayHost.Start(new(bus) { ["Modules:Enabled"] = "catalog,ordering,procurement,insight" }, folder: officeFolder);

    private Task<GatewayHost> Showroom(Dictionary<string, string?> bus) => GatewayHost.Start(new(bus) { ["Modules:Enabled"] = "showroom" }, folder: showroomFolder);
}
