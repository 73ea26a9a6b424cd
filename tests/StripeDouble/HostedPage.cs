using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ZhongFu.StripeDouble;

/// <summary>The page at a session's address, with a button for a buyer or a browser test, and a door that pays without a browser.</summary>
internal static class HostedPage
{
    public static void MapHostedPage(this WebApplication app, StripeServer stripe)
    {
        app.MapGet("/pay/{id}", (string id, HttpContext http) => Show(stripe, id, http));
        app.MapPost("/pay/{id}", (string id, HttpContext http) => Pay(stripe, id, http));
        // POST /control/sessions/cs_test_1/pay?events=0|1|2: how often the event comes
        app.MapPost("/control/sessions/{id}/pay", (string id, int? events) => PayAndTell(stripe, id, events ?? 1));
    }

    private static Task Show(StripeServer stripe, string id, HttpContext http)
    {
        var session = stripe.Books.Session(id);
        http.Response.ContentType = "text/html; charset=utf-8";
        var yuan = ((long?)session["amount_total"] ?? 0) / 100m;
        var button = (string?)session["status"] == "open" ? "<form method=\"post\"><button id=\"pay\">支付</button></form>" : "<p>已失效</p>";
        return http.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>Stripe Checkout (double)</title><h1>Stripe Checkout</h1>
            <p>¥{yuan.ToString("0.00", CultureInfo.InvariantCulture)}</p>{button}<p><a id="back" href="{session["cancel_url"]}">返回</a></p></html>
            """);
    }

    private static async Task Pay(StripeServer stripe, string id, HttpContext http)
    {
        await PayAndTell(stripe, id, stripe.Webhooks.Target is null ? 0 : 1);
        http.Response.Redirect(((string)stripe.Books.Session(id)["success_url"]!).Replace("{CHECKOUT_SESSION_ID}", id, StringComparison.Ordinal));
    }

    private static async Task PayAndTell(StripeServer stripe, string id, int events)
    {
        var happened = stripe.Webhooks.Event("checkout.session.completed", stripe.Books.Pay(id));
        for (var i = 0; i < events; i++) await stripe.Webhooks.Post(happened);
    }
}
