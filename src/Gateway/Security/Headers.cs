namespace ZhongFu.Gateway.Security;

/// <summary>Headers of every answer. Pages load nothing from elsewhere and run no inline script or style.</summary>
internal static class Headers
{
    /// <summary>Where the readable API description is; its package brings inline script and style, so its policy is wider, on this page only.</summary>
    public const string ApiPage = "/api-docs";

    public static void UseHeaders(this WebApplication app)
    {
        var (pages, apiPage) = (Policy(app, inline: false), Policy(app, inline: true));
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(ApiPage), branch => branch.UseSecurityHeaders(pages));
        app.UseWhen(context => context.Request.Path.StartsWithSegments(ApiPage), branch => branch.UseSecurityHeaders(apiPage));
        if (!app.Environment.IsDevelopment()) app.UseHsts();
    }

    private static HeaderPolicyCollection Policy(WebApplication app, bool inline) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny().AddContentTypeOptionsNoSniff().AddReferrerPolicyStrictOriginWhenCrossOrigin().RemoveServerHeader()
        .AddCrossOriginOpenerPolicy(x => x.SameOrigin()).AddCrossOriginResourcePolicy(x => x.SameOrigin())
        .AddCustomHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()")
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddImgSrc().Self().Data().Blob();
            var (script, style) = (csp.AddScriptSrc().Self(), csp.AddStyleSrc().Self());
            if (inline) { script.UnsafeInline(); style.UnsafeInline(); csp.AddFontSrc().Self().Data(); }
            csp.AddConnectSrc().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().Self();
            csp.AddObjectSrc().None();
            var form = csp.AddFormAction().Self();
            foreach (var host in CashierHosts(app.Configuration)) form.From(host);
        });

    /// <summary>A form that pays ends on the payment provider's page, and browsers hold such a redirect against <c>form-action</c> too.</summary>
    private static IEnumerable<string> CashierHosts(IConfiguration configuration)
    {
        if (configuration["Stripe:ApiKey"] is not { Length: > 0 }) return [];
        return (configuration["Stripe:CheckoutHost"] is { Length: > 0 } host ? host : "https://checkout.stripe.com").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
