using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Ui;

namespace ZhongFu.Platform.Tests.Ui;

public sealed class ComponentTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public ComponentTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Fact]
    public async Task A_field_with_a_problem_is_tied_to_its_hint_and_its_error()
    {
        var html = await Html<FormField>(new() { ["Name"] = "Form.Phone", ["Label"] = "手机号", ["Value"] = "138", ["Required"] = true, ["Hint"] = "用于取货", ["Error"] = "手机号格式不对" });
        Assert.Contains("<label for=\"form-phone\">手机号<span class=\"hint\">（必填）</span></label>", html);
        Assert.Contains("aria-describedby=\"form-phone-error form-phone-hint\"", html);
        Assert.Contains("aria-invalid=\"true\"", html);
        Assert.Contains("value=\"138\"", html);
        Assert.Contains("<p class=\"field-error\" id=\"form-phone-error\">手机号格式不对</p>", html);
    }

    [Fact]
    public async Task A_field_without_a_problem_says_nothing_of_one()
    {
        var html = await Html<FormField>(new() { ["Name"] = "City", ["Label"] = "城市" });
        Assert.DoesNotContain("aria-", html);
        Assert.DoesNotContain("required", html);
    }

    [Fact]
    public async Task A_password_is_never_written_back() =>
        Assert.DoesNotContain("geheim", await Html<FormField>(new() { ["Name"] = "P", ["Label"] = "密码", ["Type"] = "password", ["Value"] = "geheim" }));

    [Fact]
    public async Task The_error_summary_links_each_problem_to_its_field_on_this_page()
    {
        var html = await Html<ErrorSummary>(new() { ["Problems"] = new Dictionary<string, string> { ["Form.Lines[0].Code"] = "没有这个编码", [""] = "请稍后再试" } });
        Assert.Contains("role=\"alert\" tabindex=\"-1\"", html);
        Assert.Contains("<a href=\"/me/addresses?from=cart#form-lines-0-code\">没有这个编码</a>", html);
        Assert.Contains("请稍后再试", html);
        Assert.Empty((await Html<ErrorSummary>(new() { ["Problems"] = new Dictionary<string, string>() })).Trim());
    }

    [Fact]
    public async Task Pages_are_links_that_keep_the_rest_of_the_address()
    {
        var html = await Html<Pager>(new() { ["Page"] = 2, ["Pages"] = 3 });
        Assert.Contains("href=\"/me/addresses?from=cart\" rel=\"prev\"", html);
        Assert.Contains("href=\"/me/addresses?from=cart&amp;page=3\" rel=\"next\"", html);
        Assert.Contains("第 2 / 3 页", html);
        Assert.Empty((await Html<Pager>(new() { ["Page"] = 1, ["Pages"] = 1 })).Trim());
    }

    [Fact]
    public async Task A_price_is_read_as_a_price() =>
        Assert.Equal("<span class=\"price xl\"><span class=\"vh\">价格 </span><small>¥</small>39.90</span>", (await Html<PriceTag>(new() { ["Fen"] = 3990L, ["Class"] = "xl" })).Trim());

    [Fact]
    public async Task A_stepper_names_what_it_counts()
    {
        var html = await Html<Stepper>(new() { ["Name"] = "quantity", ["Value"] = 2, ["Max"] = 12, ["Of"] = "苹果" });
        Assert.Contains("aria-label=\"减少数量 苹果\"", html);
        Assert.Contains("value=\"2\" min=\"1\" max=\"12\"", html);
    }

    [Fact]
    public async Task A_message_of_trouble_interrupts_and_a_good_one_waits()
    {
        Assert.Contains("class=\"flash\" role=\"alert\"", await Html<FlashMessage>(new() { ["Text"] = "库存不足", ["Tone"] = Tone.Error }));
        Assert.Contains("class=\"flash ok\" role=\"status\"", await Html<FlashMessage>(new() { ["Text"] = "已保存" }));
        Assert.Empty((await Html<FlashMessage>(new() { ["Text"] = null })).Trim());
    }

    private static async Task<string> Html<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<NavigationManager, Place>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        var text = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return System.Net.WebUtility.HtmlDecode(text.Replace("&amp;", "&amp;amp;", StringComparison.Ordinal));
    }

    private sealed class Place : NavigationManager
    {
        public Place() => Initialize("https://zhongfu.test/", "https://zhongfu.test/me/addresses?from=cart");
    }
}
