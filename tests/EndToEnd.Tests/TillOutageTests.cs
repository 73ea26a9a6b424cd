using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ZhongFu.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>The server is a process of its own and is really gone: the till comes up from its own storage, sells, prints, and delivers once the server is back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TillOutageTests(BrowserFixture fixture) : IAsyncLifetime
{
    private GatewayProcess gateway = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => gateway = await GatewayProcess.Start(new() { ["Showroom__Till__Limits__Count"] = "5" });

    /// <inheritdoc/>
    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task A_till_sells_while_the_server_is_gone_and_delivers_each_sale_once()
    {
        var page = await Site.Page(fixture.Browser, gateway.Address.ToString(), width: 1440, height: 900);
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.TillIsKept();
        var before = await SalesOnTheBooks();

        gateway.Kill();
        await page.ReloadAsync();
        await page.TillIsReady();
        await Expect(page.Locator("#net-text")).ToHaveTextAsync("离线");
        await page.OpenShift("150");
        for (var sale = 1; sale <= 3; sale++)
        {
            await page.Scan("6900000000014");
            await page.PayExactly();
            await page.Waits(sale);
        }
        await page.ReloadAsync();
        await page.TillIsReady();
        await Expect(page.Locator("#net-text")).ToHaveTextAsync("离线");
        await page.Waits(3);

        await page.Keyboard.PressAsync("Control+p");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(page.Locator("#print .receipt")).ToBeVisibleAsync();
        await Expect(page.Locator("#print .receipt-title")).ToContainTextAsync("离线");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Null });

        // More than half of what one till may hold: warned. All of it: stopped, with the reason.
        await Expect(page.Locator("#notices")).ToContainTextAsync("离线单已较多：3 单");
        for (var sale = 4; sale <= 5; sale++)
        {
            await page.Scan("6900000000014");
            await page.PayExactly();
        }
        await page.Scan("6900000000014");
        await page.Keyboard.PressAsync("F7");
        await Expect(page.Locator("#message")).ToContainTextAsync("离线收银已到上限");
        await page.Waits(5);

        await gateway.StartAgain();
        await page.Waits(0, seconds: 15);
        await Expect(page.Locator("#net-text")).ToHaveTextAsync("在线");
        Assert.Equal(before + 5, await SalesOnTheBooks());
        // The shift was opened here as well, and the server had signed for it before.
        Assert.Equal(5, await Count(gateway, """SELECT COUNT(*) FROM "Sales" JOIN "Shifts" ON "Shifts"."Id" = "ShiftId" WHERE "Kind" = 'Opened' AND "FloatFen" = 15000 AND "Shifts"."Cashier" = 'cashier' """));
        await Expect(page.Locator("#last-link")).ToHaveTextAsync(new Regex("^PD"));
    }

    /// <summary>Looked up in the database itself.</summary>
    private Task<long> SalesOnTheBooks() => Count(gateway, """SELECT COUNT(*) FROM "Sales" """);

    /// <summary>A number from the files of a running platform.</summary>
    internal static async Task<long> Count(GatewayProcess gateway, string question)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(gateway.Folder, "showroom.db")};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = question;
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
