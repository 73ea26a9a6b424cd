using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Catalog.Showcase;
using ZhongFu.TestKit;

namespace ZhongFu.Catalog.Tests;

/// <summary>One platform for the tests that only read.</summary>
public sealed class Shop : IAsyncLifetime
{
    public GatewayHost Host { get; private set; } = null!;

    public HttpClient Program { get; private set; } = null!;

    public HttpClient Browser { get; private set; } = null!;

    internal Shelf Shelf => Host.Services.GetRequiredService<Shelf>();

    public async Task InitializeAsync()
    {
        Host = await GatewayHost.Start();
        (Program, Browser) = (Host.Anonymous(), Host.Browser());
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public async Task<JsonElement> Get(string path) => await Program.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Names of the products a search finds.</summary>
    public async Task<List<string>> Names(string query) =>
        [.. (await Get($"/api/catalog/products?pageSize=100&q={Uri.EscapeDataString(query)}")).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("name").GetString()!)];
}

[CollectionDefinition(nameof(Shop))]
public sealed class ShopCollection : ICollectionFixture<Shop>;
