using Microsoft.EntityFrameworkCore;
using ZhongFu.Ordering.Orders;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Orders;

/// <summary>The way of a buyer through plain forms, without script.</summary>
[Collection(OnTheMarket.Name)]
public sealed class CheckoutTests(Market market)
{
    private const string Form = "form:has([name=idem])";

    [Fact]
    public async Task From_the_product_to_the_order_with_a_new_address()
    {
        var sku = market.Take();
        var shopper = await new Shopper(market.Host).SignIn(await market.NewBuyer());
        await shopper.Add(sku.SkuId, 2, next: "buy");
        Assert.Equal("/checkout", shopper.At);
        await shopper.Open(shopper.Page.QuerySelector("a[href^='/me/addresses/new']")!.GetAttribute("href")!);
        await WriteAddress(shopper);
        Assert.Equal("/checkout", shopper.At);
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        Assert.StartsWith("/pay/FH20261123", shopper.At, StringComparison.Ordinal);
        var order = await Find(shopper);
        Assert.Equal((OrderState.Reserved, sku.PriceFen * 2), (order.State, order.GoodsFen));
        Assert.Equal("+8613800138000", order.Delivery.Phone);
        Assert.Contains(sku.Name, order.NoReturnConfirmation, StringComparison.Ordinal);
        Assert.Contains("购物车还是空的", (await shopper.Open("/cart")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fresh_goods_need_a_tick_of_their_own_which_is_not_set_beforehand()
    {
        var (shopper, sku) = await AtCheckout();
        Assert.False(shopper.Page.QuerySelector("[name=noreturn]")!.HasAttribute("checked"));
        await shopper.Press(Form, "提交订单");
        Assert.Contains($"请先确认“{sku.Name}”不支持 7 天无理由退货", shopper.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Orders(sku));
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        Assert.Equal(1, await Orders(sku));
    }

    [Fact]
    public async Task A_price_that_changed_is_shown_beside_the_old_one_and_asks_for_a_second_press()
    {
        var (shopper, sku) = await AtCheckout();
        market.Offers.Change(sku.SkuId, offer => offer with { PriceFen = offer.PriceFen + 250 });
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        Assert.Contains("有 1 件商品价格或库存变动，请确认后再提交", shopper.Text, StringComparison.Ordinal);
        Assert.Contains($"原 ¥{sku.PriceFen / 100m:0.00}，现 ¥{(sku.PriceFen + 250) / 100m:0.00}", shopper.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Orders(sku));
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        Assert.Equal(sku.PriceFen + 250, (await Find(shopper)).GoodsFen);
    }

    [Fact]
    public async Task Freight_that_differs_from_what_was_shown_asks_for_a_second_press()
    {
        var (shopper, sku) = await AtCheckout();
        var shown = shopper.Page.QuerySelector("[name=freight]")!.GetAttribute("value")!;
        await shopper.Press(Form, "提交订单", ("noreturn", "1"), ("freight", "1"));
        Assert.Contains("运费由 ¥0.01 变为", shopper.Text, StringComparison.Ordinal);
        Assert.Equal((0, shown), (await Orders(sku), shopper.Page.QuerySelector("[name=freight]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Goods_that_went_meanwhile_are_named_and_no_order_is_made()
    {
        var (shopper, sku) = await AtCheckout();
        market.Offers.Show(sku.SkuId, 0);
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        Assert.Contains($"“{sku.Name}”刚刚售罄，已移到失效商品", shopper.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Orders(sku));
    }

    [Fact]
    public async Task A_double_tap_makes_one_order_and_both_answers_lead_to_it()
    {
        var (shopper, sku) = await AtCheckout((int)Math.Min(999, market.Take().Available));
        var form = shopper.Prepare(Form, "提交订单", ("noreturn", "1"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shopper.Browser.PostAsync(form.Path, new FormUrlEncodedContent(form.Fields))));
        Assert.All(answers, answer => Assert.Equal(303, (int)answer.StatusCode));
        Assert.Single(answers.Select(x => x.Headers.Location!.ToString()).Distinct());
        var late = await shopper.Browser.PostAsync(form.Path, new FormUrlEncodedContent(form.Fields)); // the cart is empty by now
        Assert.Equal(answers[0].Headers.Location, late.Headers.Location);
        Assert.Equal(1, await Orders(sku));
    }

    [Fact]
    public async Task Prices_in_the_form_decide_nothing()
    {
        var (shopper, sku) = await AtCheckout();
        var form = shopper.Prepare(Form, "提交订单", ("noreturn", "1"), ($"seen-{sku.SkuId}", "1:1"));
        await shopper.Send(form);
        Assert.Equal(0, await Orders(sku));
        Assert.Contains("请确认后再提交", shopper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_may_be_collected_at_a_point_without_freight()
    {
        var (shopper, _) = await AtCheckout();
        var point = shopper.Page.QuerySelectorAll("[name=point] option").First(x => x.GetAttribute("value") is { Length: > 0 }).GetAttribute("value")!;
        await shopper.Press(Form, "重新计算", ("to", "pickup"), ("point", point));
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        var order = await Find(shopper);
        Assert.Equal((DeliveryKind.Pickup, 0, point), (order.Delivery.Kind, order.FreightFen, order.Delivery.LocationId.ToString()));
        Assert.Matches("^[0-9]{6}$", order.Delivery.PickUpCode);
    }

    [Fact]
    public async Task Without_an_address_the_page_asks_for_one()
    {
        var shopper = await new Shopper(market.Host).SignIn(await market.NewBuyer());
        await shopper.Add(market.Take().SkuId, 1, next: "buy");
        await shopper.Press(Form, "提交订单", ("noreturn", "1"));
        Assert.Contains("请选择收货地址或自提点", shopper.Text, StringComparison.Ordinal);
    }

    private async Task<(Shopper Shopper, Goods Goods)> AtCheckout(int quantity = 1)
    {
        var sku = market.Take();
        var shopper = await new Shopper(market.Host).SignIn(await market.NewBuyer());
        await shopper.Open("/me/addresses/new");
        await WriteAddress(shopper);
        await shopper.Add(sku.SkuId, (int)Math.Min(quantity, sku.Available), next: "buy");
        return (shopper, sku);
    }

    private static Task<Shopper> WriteAddress(Shopper shopper) => shopper.Press("form:has([name='Form.Recipient'])", "保存",
        ("Form.Recipient", "韩梅梅"), ("Form.Phone", "138 0013 8000"), ("Form.Street", "440307003"), ("Form.Detail", "示范路 1 号 2 单元"));

    private async Task<Order> Find(Shopper shopper)
    {
        var number = shopper.At.Split('/')[2].Split('?')[0];
        return await market.Look(db => db.Orders.AsNoTracking().Include(x => x.Lines).SingleAsync(x => x.Number == number));
    }

    private Task<int> Orders(Goods sku) => market.Look(db => db.Set<OrderLine>().CountAsync(x => x.SkuId == sku.SkuId));
}
