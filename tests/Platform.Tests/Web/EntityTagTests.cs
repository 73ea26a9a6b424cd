using Microsoft.AspNetCore.Http;
using ZhongFu.Platform.Web;

namespace ZhongFu.Platform.Tests.Web;

public sealed class EntityTagTests
{
    [Theory]
    [InlineData("\"a1\"", true)]
    [InlineData("W/\"a1\"", true)]
    [InlineData("\"x\", W/\"a1\" ,\"y\"", true)]
    [InlineData("*", true)]
    [InlineData("\"a12\"", false)]
    [InlineData("\"x,\\\"a1\\\"\"", false)]
    [InlineData("a1", false)]
    [InlineData("", false)]
    public void A_caller_has_an_answer_whose_tag_it_names_in_any_form(string shown, bool has)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfNoneMatch = shown;
        Assert.Equal(has, request.Has("\"a1\""));
    }

    [Fact]
    public void Tags_may_come_in_several_headers_or_not_at_all()
    {
        var request = new DefaultHttpContext().Request;
        Assert.False(request.Has("\"a1\""));
        request.Headers.Append("If-None-Match", "\"x\"");
        request.Headers.Append("If-None-Match", "\"a1\"");
        Assert.True(request.Has("\"a1\""));
    }
}
