using System.Text.Json;

namespace ZhongFu.Gateway.Tests.Web;

[Collection(OnSharedGateway.Name)]
public sealed class ApiDescriptionTests(SharedGateway shared)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        var operations = await Operations();
        Assert.NotEmpty(operations);
        Assert.All(operations, x =>
        {
            Assert.True(x.Operation.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 5, x.Name);
            Assert.True(x.Operation.GetProperty("responses").TryGetProperty("400", out _), x.Name);
            Assert.True(x.Operation.GetProperty("responses").EnumerateObject().Any(response => response.Name[0] == '2'), x.Name);
        });
    }

    [Theory]
    [InlineData("post /api/identity/login")]
    [InlineData("post /api/identity/refresh")]
    [InlineData("get /api/showroom/stock")]
    [InlineData("post /api/showroom/sales")]
    [InlineData("post /api/showroom/receipts")]
    public async Task The_fixed_points_are_in_the_document(string name) => Assert.Contains(name, (await Operations()).Select(x => x.Name));

    [Fact]
    public async Task The_readable_page_loads_nothing_from_elsewhere()
    {
        var answer = await shared.Host.Browser().GetAsync("/api-docs/");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<List<(string Name, JsonElement Operation)>> Operations()
    {
        var document = await (await shared.Host.Anonymous().GetAsync("/openapi/v1.json")).Json();
        return [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(x => Methods.Contains(x.Name)).Select(x => ($"{x.Name} {path.Name}", x.Value)))];
    }
}
