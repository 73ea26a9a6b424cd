using ZhongFu.Ordering.Contracts;
using ZhongFu.Ordering.Orders;
using ZhongFu.Platform.Domain;
using ZhongFu.Showroom.Contracts;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

public sealed class OrderStateTests
{
    private static readonly DateTime Now = Sample.Noon;

    /// <summary>Every step, the states it may start from, and what it does.</summary>
    private static readonly Dictionary<string, (OrderState[] From, OrderState To, Action<Order> Do)> Steps = new()
    {
        ["pay"] = ([OrderState.Reserved], OrderState.Paid, order => order.MarkPaid(Now)),
        ["cancel"] = ([OrderState.Placed, OrderState.Reserved, OrderState.Paid], OrderState.Cancelled, order => order.CancelByBuyer(Now)),
        ["pack"] = ([OrderState.Paid], OrderState.Packed, order => order.Pack(Now)),
        ["ship"] = ([OrderState.Packed], OrderState.Shipped, order => order.Ship("顺丰", "SF1234567890", Now)),
        ["confirm"] = ([OrderState.Shipped], OrderState.Delivered, order => order.ConfirmReceipt(Now)),
        ["complete"] = ([OrderState.Delivered], OrderState.Completed, order => order.Complete(Now)),
        ["take late money"] = ([], OrderState.Cancelled, order => order.TakeLateMoney()),
        ["refund shortage"] = ([], OrderState.Cancelled, order => order.RefundShortage(Now)),
    };

    public static TheoryData<string, string> Allowed() => Pairs(allowed: true);

    public static TheoryData<string, string> Forbidden() => Pairs(allowed: false);

    [Theory, MemberData(nameof(Allowed))]
    public void An_allowed_step_leads_to_its_state(string step, string from)
    {
        var order = Sample.At(Enum.Parse<OrderState>(from));
        var version = order.Version;
        Steps[step].Do(order);
        Assert.Equal(Steps[step].To, order.State);
        Assert.NotEqual(version, order.Version);
    }

    [Theory, MemberData(nameof(Forbidden))]
    public void A_forbidden_step_is_refused_and_changes_nothing(string step, string from)
    {
        var order = Sample.At(Enum.Parse<OrderState>(from));
        var version = order.Version;
        Assert.Throws<RuleBroken>(() => Steps[step].Do(order));
        Assert.Equal(from, order.State.ToString());
        Assert.Equal(version, order.Version);
        Assert.Empty(order.TakeFacts());
    }

    [Theory, MemberData(nameof(States))]
    public void An_answer_of_the_stock_moves_only_an_order_that_waits_for_it(string state)
    {
        var order = Sample.At(Enum.Parse<OrderState>(state));
        var waits = order.State == OrderState.Placed;
        Assert.Equal(waits, order.MarkReserved());
        Assert.Equal(waits ? "Reserved" : state, order.State.ToString());

        var other = Sample.At(Enum.Parse<OrderState>(state));
        other.RefuseForStock([], Now);
        Assert.Equal(waits ? "Cancelled" : state, other.State.ToString());
    }

    [Theory, MemberData(nameof(States))]
    public void Only_an_unpaid_order_expires_and_only_after_its_time(string state)
    {
        var order = Sample.At(Enum.Parse<OrderState>(state));
        Assert.False(order.Expire(order.PayBy.AddTicks(-1)));
        var unpaid = order.State is OrderState.Placed or OrderState.Reserved;
        Assert.Equal(unpaid, order.Expire(order.PayBy));
        Assert.Equal(unpaid ? "Cancelled" : state, order.State.ToString());
    }

    public static TheoryData<string> States() => [.. Enum.GetNames<OrderState>()];

    [Fact]
    public void A_placed_order_asks_for_its_stock_with_the_lines_of_one_sku_added_up()
    {
        var (orange, tea) = (Sample.Offer(priceFen: 1990), Sample.Offer(priceFen: 5000));
        var order = Sample.Placed((orange, 3), (tea, 1), (orange, 2));
        var asked = Assert.Single(order.TakeFacts().OfType<ReserveStock>());
        Assert.Equal([new StockLine(orange.SkuId, 5), new StockLine(tea.SkuId, 1)], asked.Lines);
        Assert.Equal(Now.AddMinutes(30), asked.Until);
        Assert.Equal((14950, 800, 15750), (order.GoodsFen, order.FreightFen, order.TotalFen));
    }

    [Fact]
    public void Paying_makes_the_goods_firm_and_tells_the_house()
    {
        var order = Sample.At(OrderState.Reserved);
        order.MarkPaid(Now);
        var raised = order.TakeFacts();
        Assert.Single(raised.OfType<CaptureStock>());
        Assert.Equal(order.TotalFen, Assert.Single(raised.OfType<OrderPaid>()).TotalFen);
    }

    [Fact]
    public void A_paid_order_can_be_cancelled_for_ten_minutes_and_all_the_money_goes_back()
    {
        var order = Sample.At(OrderState.Paid);
        order.CancelByBuyer(Now.AddMinutes(10));
        var raised = order.TakeFacts();
        Assert.Equal(order.TotalFen, Assert.Single(raised.OfType<RefundOrder>()).AmountFen);
        Assert.Single(raised.OfType<ReleaseStock>());
        Assert.Equal("order.too-late-to-cancel", Assert.Throws<RuleBroken>(() => Sample.At(OrderState.Paid).CancelByBuyer(Now.AddMinutes(10).AddTicks(1))).Code);
    }

    [Theory, InlineData(OrderState.Placed), InlineData(OrderState.Reserved)]
    public void Cancelling_an_unpaid_order_gives_the_goods_back_and_moves_no_money(object state)
    {
        var order = Sample.At((OrderState)state);
        order.CancelByBuyer(Now);
        var raised = order.TakeFacts();
        Assert.Equal("buyer", Assert.Single(raised.OfType<OrderCancelled>()).Reason);
        Assert.Single(raised.OfType<ReleaseStock>());
        Assert.Empty(raised.OfType<RefundOrder>());
    }

    private static TheoryData<string, string> Pairs(bool allowed)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (name, step) in Steps)
            foreach (var state in Enum.GetValues<OrderState>())
                if (step.From.Contains(state) == allowed) pairs.Add(name, state.ToString());
        return pairs;
    }
}
