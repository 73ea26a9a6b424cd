using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ZhongFu.Platform.Web;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Web;

public sealed class PublicPagesTests : IAsyncLifetime
{
    private readonly Stamp stamp = new();
    private GatewayHost host = null!;

    public async Task InitializeAsync() => host = await GatewayHost.Start(configure: services =>
    {
        services.RemoveAll<ICacheVersion>(); // the modules' own rise whenever they like
        services.AddSingleton<ICacheVersion>(stamp);
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_public_page_is_made_once_until_its_version_rises()
    {
        var first = await Get("/help");
        Assert.Null(first.Headers.Age);
        Assert.NotNull((await Get("/help")).Headers.Age);
        stamp.Version++;
        Assert.Null((await Get("/help")).Headers.Age);
    }

    [Fact]
    public async Task Each_language_theme_and_encoding_has_its_own()
    {
        Assert.Null((await Get("/a11y")).Headers.Age);
        Assert.Null((await Get("/a11y?lang=en")).Headers.Age);
        Assert.Null((await Get("/a11y", "zf_theme=dark")).Headers.Age);
        Assert.Null((await Get("/a11y", "zf_font=large")).Headers.Age);
        Assert.Null((await Get("/a11y", encoding: "br")).Headers.Age);
        var brotli = await Get("/a11y", encoding: "br");
        Assert.NotNull(brotli.Headers.Age);
        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Empty((await Get("/a11y")).Content.Headers.ContentEncoding);
        Assert.NotNull((await Get("/a11y", "zf_theme=dark")).Headers.Age);
    }

    [Fact]
    public async Task Personal_pages_are_kept_by_nobody_and_public_ones_are_asked_for_again()
    {
        var login = await Get("/login");
        Assert.True(login.Headers.CacheControl!.NoStore);
        Assert.Null((await Get("/login")).Headers.Age);
        Assert.True((await Get("/help")).Headers.CacheControl!.NoCache);
        Assert.False((await Get("/help")).Headers.CacheControl!.NoStore);
        Assert.False((await Get("/help")).Headers.Contains("Set-Cookie"));
    }

    private async Task<HttpResponseMessage> Get(string path, string? cookie = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (encoding is not null) request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        return (await host.Anonymous().SendAsync(request)).EnsureSuccessStatusCode();
    }

    private sealed class Stamp : ICacheVersion
    {
        public long Version { get; set; } = 1;
    }
}
