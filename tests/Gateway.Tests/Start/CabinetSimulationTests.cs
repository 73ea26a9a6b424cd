using ZhongFu.Gateway.Start;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Start;

public sealed class CabinetSimulationTests
{
    [Fact]
    public async Task A_short_day_with_lost_answers_doubles_and_silence_ends_with_books_that_equal_what_was_sold()
    {
        var (host, address) = await GatewayHost.StartOnPort();
        await using var _ = host;
        var said = new StringWriter();
        var exit = await CabinetSimulation.Run(["--url", address, "--cabinets", "12", "--batches", "12", "--seed", "7", "--password", GatewayHost.DemoPassword], said);
        Assert.True(exit == 0, said.ToString());
        Assert.Contains("1 cabinets silent", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 answers lost", "\n" + said, StringComparison.Ordinal);

        var books = new StringWriter();
        Assert.True(await Reconciliation.Run(host.Services, books) == 0, books.ToString());
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_and_not_thrown()
    {
        var said = new StringWriter();
        Assert.Equal(2, await CabinetSimulation.Run(["--url", "http://127.0.0.1:1"], said));
        Assert.Equal(2, await CabinetSimulation.Run(["--day", "tomorrow"], said));
    }
}
