using Microsoft.Playwright;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>Goods on their way between shelves, by the pages alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StockPagesTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;

    [Fact]
    public async Task Goods_asked_for_are_sent_counted_in_and_what_is_missing_is_settled_by_somebody_else()
    {
        var page = await site.Page(width: 1440, height: 900, javaScript: false);
        await Site.SignIn(page, "manager");
        await page.GotoAsync("/ops/transfers/new");
        await page.Button("提交申请").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Alert)).ToContainTextAsync("请选择地点");
        await page.Locator("select[name='Form.From']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("select[name='Form.To']").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.Locator("input[name='Goods.Lines[0].Code']").FillAsync("P0001-1");
        await page.Locator("input[name='Goods.Lines[0].Quantity']").FillAsync("4");
        await page.Button("提交申请").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已提交，等待发出");

        await page.Button("确认发出").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已发出");
        var counts = page.Locator("input.num");
        for (var i = 0; i < await counts.CountAsync(); i++) await counts.Nth(i).FillAsync(i == 0 ? "0" : "1");
        await page.Button("确认收货").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Alert)).ToContainTextAsync("数量不同，请选择原因");
        var causes = page.Locator("main td select");
        for (var i = 0; i < await causes.CountAsync(); i++) await causes.Nth(i).SelectOptionAsync("Missing");
        await page.Button("确认收货").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已收货");
        await Assertions.Expect(page.GetByText("差异须由清点人以外、有审批权限的人处理。")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("处理")).ToHaveCountAsync(0);

        var other = await site.Page(width: 390, javaScript: false);
        await Site.SignIn(other, "operator");
        await other.GotoAsync(new Uri(page.Url).AbsolutePath);
        await other.GetByLabel("处理结果").First.SelectOptionAsync("Returned");
        await other.GetByLabel("查明情况").First.FillAsync("司机带回");
        await other.Button("处理").First.ClickAsync();
        await Assertions.Expect(other.GetByText("差异已处理")).ToBeVisibleAsync();
        await Assertions.Expect(other.GetByText("司机带回")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/slip");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "商品调拨单" })).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync("/ops/transfers");
    }

    [Fact]
    public async Task A_dear_loss_waits_until_somebody_else_has_signed_it()
    {
        var page = await site.Page(width: 1440, height: 900, javaScript: false);
        await Site.SignIn(page, "manager");
        await page.GotoAsync("/ops/losses/new");
        await page.Locator("select[name='Form.Place']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("select[name='Form.Cause']").SelectOptionAsync("Damaged");
        await page.Locator("input[name='Goods.Lines[0].Code']").FillAsync("P0002-1");
        await page.Locator("input[name='Goods.Lines[0].Quantity']").FillAsync("30");
        await page.GetByLabel("情况说明").FillAsync("冷库漏水");
        await page.Button("登记").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("等待另一人审批");
        await Assertions.Expect(page.GetByText("这是您登记的，须由另一人审批。")).ToBeVisibleAsync();

        var other = await site.Page(width: 390, javaScript: false);
        await Site.SignIn(other, "operator");
        await other.GotoAsync("/ops/losses");
        await other.Button("驳回").ClickAsync();
        await Assertions.Expect(other.Locator("main").GetByRole(AriaRole.Alert)).ToContainTextAsync("驳回时请写明理由");
        await other.Button("通过").ClickAsync();
        await Assertions.Expect(other.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已审批");
        await page.GotoAsync("/ops/losses");
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("破损");
        await page.GotoAsync("/ops/replenishment");
        await page.Button("重新计算").ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已重新计算");
    }
}
