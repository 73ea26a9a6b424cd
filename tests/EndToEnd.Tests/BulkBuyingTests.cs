using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZhongFu.Platform.Reconciliation;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>A canteen orders, another person approves, the cooperative ships, the dock takes 96 of 100, finance disputes one line and pays the rest: by the pages alone; the approver's browser runs no script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BulkBuyingTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly Site site = fixture.Site;
    private string order = "", delivery = "";

    [Fact]
    public async Task From_a_pasted_list_to_the_paid_statement()
    {
        await Order();
        await Approve();
        await Ship();
        await Receive();
        var statement = await Dispute();
        await Pay(statement);
        Assert.Empty(await Violations());
    }

    private async Task Order()
    {
        var page = await Desk("requester");
        await page.GotoAsync("/buy/catalog?words=qicheng");
        await Look(page, "catalogue");
        await page.GotoAsync("/buy/quick");
        await page.GetByLabel("商品与数量").FillAsync("编码 数量\nP0002-2 100\nP0002-9 5\nP0031-1，20\nP0031-1 一箱\nP0002-4 5\n");
        await Fill(page, ("收货点", "一楼收货口"), ("地址", "龙岗区演示路 1 号"), ("联系人", "王师傅"), ("电话", "13800138000"));
        await page.Button("重新计算").ClickAsync();
        await Expect(page.GetByText("没有这个编码，是否为")).ToBeVisibleAsync();
        await Expect(page.GetByText("数量须为 1 到 100000 的整数")).ToBeVisibleAsync();
        await Expect(page.GetByText("起订量为 10")).ToBeVisibleAsync();
        await Look(page, "quick");
        await page.Button("提交采购单").ClickAsync(); // nothing is dropped silently: bad lines must be mended first
        await Expect(page.Locator("main").GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await page.GetByLabel("商品与数量").FillAsync("P0002-2 100\nP0031-1，20\n");
        await page.Button("重新计算").ClickAsync();
        await page.Button("提交采购单").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("采购单已提交");
        order = (await page.Locator("main table th a").First.InnerTextAsync()).Trim();
        await Look(page, "orders");
        await page.GotoAsync($"/buy/orders/{order}");
        await Expect(page.Button("通过")).ToHaveCountAsync(0); // nobody approves their own
        await Look(page, "order");
    }

    private async Task Approve()
    {
        var page = await Desk("approver", javaScript: false);
        await page.GotoAsync("/buy/approvals");
        await page.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await page.Button("退回").ClickAsync();
        await Expect(page.GetByText("请填写退回意见").First).ToBeVisibleAsync();
        await page.Button("通过").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
        var finance = await Desk("finance");
        await finance.GotoAsync("/buy");
        await Look(finance, "desk");
        await finance.GotoAsync("/buy/budgets");
        await Look(finance, "budgets");
        await finance.GotoAsync("/buy/quota");
        await Expect(finance.GetByText("机关食堂采购帮扶产品，计入本单位").First).ToBeVisibleAsync();
        await Look(finance, "quota");
    }

    private async Task Ship()
    {
        var page = await Desk("supplier", width: 360, height: 740);
        await page.GotoAsync("/supply");
        await Look(page, "supply");
        await page.GotoAsync("/supply/orders");
        await page.GetByRole(AriaRole.Link, new() { Name = order }).ClickAsync();
        await page.Button("确认供货").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已确认");
        await page.GetByLabel("本次发货").First.FillAsync("101");
        await page.Button("发货").ClickAsync();
        await Expect(page.GetByText("请填写不超过待发数量的整数").First).ToBeVisibleAsync();
        await page.GetByLabel("本次发货").First.FillAsync("100");
        await page.GetByLabel("批次").First.FillAsync("XW20261120-01");
        await page.GetByLabel("车牌").FillAsync("粤B12345");
        await Look(page, "ship");
        await page.Button("发货").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已发货");
        await page.GetByRole(AriaRole.Link, new() { Name = "打印送货单" }).ClickAsync();
        await Expect(page.Locator(".qr svg")).ToBeVisibleAsync();
        delivery = Regex.Match(page.Url, "SH[0-9]+").Value;
        await Look(page, "note");
    }

    private async Task Receive()
    {
        var page = await Desk("receiver", width: 390, height: 844);
        await page.GotoAsync("/buy/dock");
        await page.Locator("article", new() { HasText = delivery }).GetByRole(AriaRole.Link, new() { Name = "验收" }).ClickAsync();
        await page.GetByLabel("实收").First.FillAsync("96");
        await page.Button("提交验收，等待复核").ClickAsync();
        await Expect(page.GetByText("实收与拒收之和须为 100").First).ToBeVisibleAsync();
        await page.GetByLabel("拒收", new() { Exact = true }).First.FillAsync("4");
        await page.GetByLabel("拒收原因").First.FillAsync("压伤四箱");
        await Look(page, "receive");
        await page.Button("提交验收，等待复核").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("请另一人复核");
        await Expect(page.Button("复核通过")).ToHaveCountAsync(0);

        var checker = await Desk("checker", width: 390, height: 844);
        await checker.GotoAsync("/buy/dock");
        await Look(checker, "dock");
        await checker.Button("复核通过").ClickAsync();
        await Expect(checker.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("已复核");
    }

    private async Task<string> Dispute()
    {
        var page = await Desk("finance");
        await page.GotoAsync("/buy/statements");
        await Look(page, "statements");
        await page.Locator("main table th a").First.ClickAsync();
        var path = new Uri(page.Url).AbsolutePath;
        await page.GetByLabel("争议原因").First.FillAsync("价格与约定不符");
        await page.Button("提出争议").First.ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("争议已提交");
        await page.Button("确认全部待确认行").ClickAsync();
        await Look(page, "statement");
        await page.GetByLabel("银行流水号").FillAsync("BANK-20261123-1");
        await page.Button("提交，等待复核").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("等待另一人复核");
        await Expect(page.Button("核对无误")).ToHaveCountAsync(0);
        return path;
    }

    private async Task Pay(string path)
    {
        var page = await Desk("unitadmin");
        await page.GotoAsync(path);
        await page.Button("核对无误").ClickAsync();
        await Expect(page.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("付款已入账");

        var supplier = await Desk("supplier", width: 360, height: 740);
        await supplier.GotoAsync(path.Replace("/buy/", "/supply/", StringComparison.Ordinal));
        await supplier.GetByLabel("答复").First.FillAsync("同意让利");
        await supplier.GetByLabel("同意冲减（元，0 为不同意）").First.FillAsync("20");
        await supplier.Button("提交答复").ClickAsync();
        await Expect(supplier.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("答复已提交");
        await supplier.GetByLabel("数电票号码（20 位）").FillAsync("26442000000000000001");
        await supplier.Button("登记发票").ClickAsync();
        await Expect(supplier.Locator("main").GetByRole(AriaRole.Status)).ToContainTextAsync("发票已登记");
        await Look(supplier, "supplier-statement");
    }

    private async Task<IPage> Desk(string userName, int width = 1440, int height = 900, bool javaScript = true)
    {
        var page = await site.Page(width: width, height: height, javaScript: javaScript);
        await Site.SignIn(page, userName);
        return page;
    }

    private static async Task Fill(IPage page, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields) await page.GetByLabel(label, new() { Exact = false }).First.FillAsync(value);
    }

    /// <summary>Accessible, and no wider than the screen; a picture is kept where <c>ZHONGFU_SHOTS</c> says.</summary>
    private static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ZHONGFU_SHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        Assert.Empty((await page.RunAxe()).Violations.Select(x => $"{name}: {x.Id} {x.Nodes[0].Html}"));
    }

    private async Task<IReadOnlyList<string>> Violations()
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        var found = new List<string>();
        foreach (var invariant in scope.ServiceProvider.GetServices<IInvariant>()) found.AddRange(await invariant.FindViolations(CancellationToken.None));
        return found;
    }
}
