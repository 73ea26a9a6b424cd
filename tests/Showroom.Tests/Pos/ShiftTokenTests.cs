using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Domain;
using ZhongFu.Platform.Security;
using ZhongFu.Showroom.Pos.ReadTillStanding;
using ZhongFu.Showroom.Shifts;
using ZhongFu.Showroom.Shifts.OpenShift;

namespace ZhongFu.Showroom.Tests.Pos;

/// <summary>A shift opened while there was no link: under a leave the till was given before.</summary>
public sealed class ShiftTokenTests : IAsyncLifetime
{
    private const string Device = "till-0001";
    private static readonly Actor Morning = Cashier("morning"), Evening = Cashier("evening");
    private Bench bench = null!;

    public async Task InitializeAsync() => bench = await Bench.Start();

    public async Task DisposeAsync()
    {
        Assert.Empty(await bench.Violations());
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_shift_opened_without_a_link_is_that_cashiers_from_that_time_whoever_sends_it()
    {
        var token = await Token(Morning);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        var (id, openedAt) = (Guid.CreateVersion7(), bench.Now);
        bench.Clock.Advance(TimeSpan.FromHours(5));

        var opened = await bench.Send(new OpenShiftCommand(Device, 20_000, id, openedAt, token), actor: Evening);
        Assert.Equal(("morning", openedAt, 20_000), (opened.Cashier, opened.OpenedAt, opened.FloatFen));
        Assert.Equal(Morning.Key, (await bench.Look(db => db.Shifts.SingleAsync())).CashierKey);
        Assert.Equal(id, (await Standing(Morning)).Shift?.Id);
        Assert.Equal(opened, await bench.Send(new OpenShiftCommand(Device, 20_000, id, openedAt, token), actor: Evening)); // sent twice, opened once
    }

    [Fact]
    public async Task Sales_that_come_before_the_opening_are_in_its_shift()
    {
        var (sku, id, token) = (await bench.Goods(showroom: 5), Guid.CreateVersion7(), await Token(Morning));
        var sale = await bench.Send(bench.Sale(sku, 1) with { ShiftId = id }, actor: Evening);
        Assert.Equal((id, 0), (sale.ShiftId, sale.Tasks.Count));
        var opened = await bench.Send(new OpenShiftCommand(Device, 15_000, id, bench.Now, token), actor: Evening);
        Assert.Equal((id, "morning", 15_000), (opened.Id, opened.Cashier, opened.FloatFen));
    }

    [Fact]
    public async Task A_leave_is_good_for_its_own_till_and_its_own_time()
    {
        var token = await Token(Morning);
        Assert.Equal("shift.token-invalid", await Refusal(new("till-0002", 0, Guid.CreateVersion7(), bench.Now, token)));
        Assert.Equal("shift.token-invalid", await Refusal(new(Device, 0, Guid.CreateVersion7(), bench.Now, token[..^2] + "AA")));
        Assert.Equal("shift.token-invalid", await Refusal(new(Device, 0, Guid.CreateVersion7(), bench.Now, "made-up")));
        Assert.Equal("shift.token-expired", await Refusal(new(Device, 0, Guid.CreateVersion7(), bench.Now.AddHours(73), token)));
        bench.Clock.Advance(TimeSpan.FromHours(80)); // it comes late, but was opened in time
        Assert.Equal("morning", (await bench.Send(new OpenShiftCommand(Device, 0, Guid.CreateVersion7(), bench.Now.AddHours(-20), token), actor: Evening)).Cashier);
    }

    [Theory]
    [InlineData(-48)]
    [InlineData(48)]
    public async Task A_wrong_clock_opens_nothing_before_the_leave_nor_after_now(int hoursWrong)
    {
        var (given, token) = (bench.Now, await Token(Morning));
        bench.Clock.Advance(TimeSpan.FromHours(2));
        var opened = await bench.Send(new OpenShiftCommand(Device, 0, Guid.CreateVersion7(), bench.Now.AddHours(hoursWrong), token), actor: Evening);
        Assert.Equal(hoursWrong < 0 ? given : bench.Now, opened.OpenedAt);
    }

    private static Actor Cashier(string name) => new(null, $"user:{name}", name, new Dictionary<string, Scope> { [ShowroomPermissions.Sell] = Scope.All });

    private Task<TillStanding> Standing(Actor who) => bench.Send(new ReadTillStandingQuery(Device), actor: who);

    private async Task<string> Token(Actor who) => (await Standing(who)).Token;

    private async Task<string> Refusal(OpenShiftCommand command) => (await Assert.ThrowsAsync<RuleBroken>(() => bench.Send(command, actor: Evening))).Code;
}
