using Microsoft.Playwright;
using ZhongFu.TestKit;
using static Microsoft.Playwright.Assertions;

namespace ZhongFu.EndToEnd.Tests;

/// <summary>The till's power is cut: browser and server end in the middle of things. What was confirmed to a customer is never lost and never counted twice.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TillPowerCutTests(BrowserFixture fixture) : IAsyncLifetime
{
    private const int Cuts = 3;
    private readonly string profile = Temporary.Folder();
    private GatewayProcess gateway = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => gateway = await GatewayProcess.Start();

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        BrowserFixture.Kill(profile);
        await gateway.DisposeAsync();
        Temporary.Remove(profile);
    }

    [Fact]
    public async Task Sales_that_were_confirmed_outlive_the_browser_and_the_server()
    {
        var page = await fixture.OnProfile(profile, gateway.Address.ToString());
        await Site.SignIn(page, "cashier");
        await page.OpenTill();
        await page.TillIsKept();
        await page.OpenShift();
        var before = await TillOutageTests.Count(gateway, Sales);
        var (confirmed, begun) = (0, 0);
        for (var cut = 1; cut <= Cuts; cut++)
        {
            if (cut > 1) gateway.Kill();
            for (var sale = 0; sale < 2; sale++, begun++, confirmed++)
            {
                await page.Scan("6900000000014");
                await page.PayExactly();
            }
            // One more, and the power goes while it is being written.
            await page.Scan("6900000000014");
            await page.Keyboard.PressAsync("F7");
            await Expect(page.Locator("#cash-dialog")).ToBeVisibleAsync();
            await page.Keyboard.DownAsync("Enter");
            begun++;
            BrowserFixture.Kill(profile);

            if (cut == 2) await gateway.StartAgain();
            page = await fixture.OnProfile(profile, gateway.Address.ToString());
            if (cut < Cuts) await Site.SignIn(page, "cashier"); // the cookie may have gone with the browser; the sales have not
            await page.OpenTill();
        }

        await gateway.StartAgain();
        await Site.SignIn(page, "cashier"); // the cookie may have gone with the browser; the sales have not
        await page.OpenTill();
        await page.Waits(0, seconds: 30);
        var booked = await TillOutageTests.Count(gateway, Sales) - before;
        Assert.InRange(booked, confirmed, begun);
        Assert.Equal(booked, await TillOutageTests.Count(gateway, """SELECT MAX("LocalNumber") FROM "Sales" WHERE "DeviceId" = (SELECT "DeviceId" FROM "Sales" ORDER BY "RecordedAt" DESC LIMIT 1)"""));
        await page.Context.CloseAsync();
    }

    private const string Sales = """SELECT COUNT(*) FROM "Sales" """;
}
