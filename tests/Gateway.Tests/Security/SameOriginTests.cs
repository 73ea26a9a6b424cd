using System.Net;
using ZhongFu.TestKit;

namespace ZhongFu.Gateway.Tests.Security;

[Collection(OnSharedGateway.Name)]
public sealed class SameOriginTests(SharedGateway shared)
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "http://localhost:8443")]
    [InlineData("Origin", "null")]
    public async Task Another_site_cannot_change_anything_here(string header, string value)
    {
        foreach (var path in (string[])["/preferences", "/logout", "/login", "/api/identity/logout", "/api/identity/login"])
        {
            using var request = Change(path);
            request.Headers.Add(header, value);
            Assert.Equal(HttpStatusCode.Forbidden, (await shared.Host.Anonymous().SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Accept", "text/html")]
    public async Task Our_own_pages_and_programs_can(string header, string value)
    {
        using var request = Change("/preferences");
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.SeeOther, (await shared.Host.Anonymous().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Reading_from_another_site_is_following_a_link()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/help");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.OK, (await shared.Host.Anonymous().SendAsync(request)).StatusCode);
    }

    private static HttpRequestMessage Change(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["theme"] = "dark" }) };
        request.Headers.Add("Cookie", "zf_session=anything");
        return request;
    }
}
