namespace ZhongFu.EndToEnd.Tests;

/// <summary>The site of a class of tests: they share its data, so each buys as somebody or something of its own.</summary>
public sealed class SiteFixture(BrowserFixture fixture) : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Site = await Site.Open(fixture.Browser);

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Site.DisposeAsync();
}
