using System.Net;

namespace ZhongFu.Gateway.Tests.Web;

/// <summary>What browsers and robots ask for without being told.</summary>
[Collection(OnSharedGateway.Name)]
public sealed class WellKnownFilesTests(SharedGateway shared)
{
    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/robots.txt", "text/plain")]
    public async Task The_file_is_there(string path, string type)
    {
        var answer = await shared.Host.Anonymous().GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Robots_stay_out_of_what_is_personal()
    {
        var text = await shared.Host.Anonymous().GetStringAsync("/robots.txt");
        Assert.All((string[])["/cart", "/me", "/ops/", "/api/"], path => Assert.Contains($"Disallow: {path}\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        Assert.DoesNotContain("Disallow: /\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
