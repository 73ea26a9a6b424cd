using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ZhongFu.TestKit;

namespace ZhongFu.Ordering.Tests.Addresses;

[Collection(OnTheMarket.Name)]
public sealed class AddressBookTests(Market market)
{
    private const string Form = "form:has([name='Form.Recipient'])";

    [Fact]
    public async Task An_empty_form_names_each_field_and_keeps_what_was_typed_elsewhere()
    {
        var shopper = await Somebody();
        await shopper.Open("/me/addresses/new");
        await shopper.Press(Form, "保存", ("Form.Detail", "示范路 <b>1</b> 号"), ("Form.Phone", "12345"));
        Assert.Equal(["/me/addresses/new#form-recipient", "/me/addresses/new#form-phone", "/me/addresses/new#form-regioncode"], shopper.Page.QuerySelectorAll(".error-summary a").Select(x => x.GetAttribute("href")));
        Assert.NotNull(shopper.Page.QuerySelector("#form-regioncode"));
        Assert.Contains("电话格式不对，例：13800138000 或 0571-88880000", shopper.Text, StringComparison.Ordinal);
        Assert.Contains("请填写收货人", shopper.Text, StringComparison.Ordinal);
        Assert.Equal("true", shopper.Page.QuerySelector("#form-phone")!.GetAttribute("aria-invalid"));
        Assert.Equal(("12345", "示范路 <b>1</b> 号"), (shopper.Page.QuerySelector("#form-phone")!.GetAttribute("value"), shopper.Page.QuerySelector("#form-detail")!.TextContent));
    }

    [Theory]
    [InlineData("\u200b\u200d\ufeff")]
    [InlineData("\u0007\u001b")]
    [InlineData("\u202e \u3164")]
    public async Task A_text_that_nobody_sees_is_refused_beside_its_field(string nothing)
    {
        var shopper = await Somebody();
        await shopper.Open("/me/addresses/new");
        await shopper.Press(Form, "保存", ("Form.Recipient", nothing), ("Form.Phone", "13800138000"), ("Form.Street", "440307003"), ("Form.Detail", nothing));
        Assert.Contains("请填写收货人", shopper.Page.QuerySelector("#form-recipient-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(shopper.Page.QuerySelector("#form-detail-error"));
    }

    [Fact]
    public async Task What_nobody_sees_inside_a_name_is_not_kept()
    {
        var shopper = await Somebody();
        await Write(shopper, "\u202e李\u200b雷\u0007 ");
        Assert.Equal(["李雷"], Names(shopper));
    }

    [Fact]
    public async Task The_same_address_written_twice_is_kept_once_and_stays_the_default()
    {
        var shopper = await Somebody();
        await Write(shopper, "李雷");
        await Write(shopper, "李雷");
        Assert.Equal(["李雷"], Names(shopper));
        Assert.Contains("默认", shopper.Page.QuerySelector(".panel:has(b)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_region_is_chosen_step_by_step()
    {
        var shopper = await Somebody();
        await shopper.Open("/me/addresses/new");
        await shopper.Press(Form, "更新地区", ("Form.Province", "36"), ("Form.Recipient", "李雷"));
        Assert.Contains(shopper.Page.QuerySelectorAll("[name='Form.City'] option"), x => x.TextContent == "赣州市");
        Assert.True(shopper.Page.QuerySelector("[name='Form.District']")!.HasAttribute("disabled"));
        await shopper.Press(Form, "更新地区", ("Form.City", "3607"));
        await shopper.Press(Form, "更新地区", ("Form.District", "360734"));
        var street = shopper.Page.QuerySelectorAll("[name='Form.Street'] option").Skip(1).First();
        Assert.Equal("李雷", shopper.Page.QuerySelector("#form-recipient")!.GetAttribute("value"));
        await shopper.Press(Form, "保存", ("Form.Street", street.GetAttribute("value")), ("Form.Phone", "0797-8888000"), ("Form.Detail", "1 号"));
        Assert.Equal("/me/addresses?done=saved", shopper.At);
        Assert.Contains($"江西省 赣州市 寻乌县 {street.TextContent}", shopper.Text, StringComparison.Ordinal);
        Assert.Contains("0797-8888000", shopper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_street_that_does_not_lie_in_the_district_is_refused()
    {
        var shopper = await Somebody();
        await shopper.Open("/me/addresses/new");
        await shopper.Press(Form, "保存", ("Form.Recipient", "李雷"), ("Form.Phone", "13800138000"), ("Form.Detail", "1 号"), ("Form.Street", "440305001"));
        Assert.Contains("请选择所在地区", shopper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_address_is_the_default_another_can_be_chosen_and_one_deleted_after_a_question()
    {
        var shopper = await Somebody();
        await Write(shopper, "李雷");
        await Write(shopper, "韩梅梅");
        Assert.Equal(["李雷", "韩梅梅"], Names(shopper));
        await shopper.Press("main form", "设为默认");
        Assert.Equal(["韩梅梅", "李雷"], Names(shopper));
        await shopper.Open(shopper.Page.QuerySelector("a[href$='/delete']")!.GetAttribute("href")!);
        Assert.Contains("删除后不能恢复，确定删除“韩梅梅", shopper.Text, StringComparison.Ordinal);
        await shopper.Press("main form", "删除");
        Assert.Equal(["李雷"], Names(shopper));
        Assert.NotNull(shopper.Page.QuerySelector(".panel .tag")); // the other one is the default now
    }

    [Fact]
    public async Task Nobody_opens_changes_or_deletes_the_address_of_another()
    {
        var owner = await Somebody();
        await Write(owner, "李雷");
        var edit = owner.Page.QuerySelectorAll("a[href^='/me/addresses/']").Select(x => x.GetAttribute("href")!).First(x => Guid.TryParse(x.Split('/')[^1], out _));
        var other = await Somebody();
        Assert.Equal(404, (int)(await other.Open(edit)).Status);
        Assert.Equal(404, (int)(await other.Open($"{edit}/delete")).Status);
        await other.Open("/me/addresses/new");
        var form = other.Prepare(Form, "保存", ("Form.Recipient", "夺"), ("Form.Phone", "13800138000"), ("Form.Street", "440307003"), ("Form.Detail", "1 号"));
        await other.Send((edit, form.Fields));
        Assert.Equal(404, (int)other.Status);
        var id = Guid.Parse(edit.Split('/')[^1]);
        Assert.Equal("李雷", await market.Look(db => db.Addresses.Where(x => x.Id == id).Select(x => x.Recipient).SingleAsync()));
    }

    [Fact]
    public async Task Programs_read_the_regions_level_by_level()
    {
        var below = await market.Host.Anonymous().GetFromJsonAsync<JsonElement>("/api/ordering/regions?parent=440307");
        Assert.Contains(below.EnumerateArray(), x => (x.Text("code"), x.Text("name")) == ("440307003", "平湖街道"));
        Assert.Equal(31, (await market.Host.Anonymous().GetFromJsonAsync<JsonElement>("/api/ordering/regions")).GetArrayLength());
        await (await market.Host.Anonymous().GetAsync("/api/ordering/regions?parent=999")).Problem(404);
    }

    private async Task<Shopper> Somebody() => await new Shopper(market.Host).SignIn(await market.NewBuyer());

    private static async Task Write(Shopper shopper, string recipient)
    {
        await shopper.Open("/me/addresses/new");
        await shopper.Press(Form, "保存", ("Form.Recipient", recipient), ("Form.Phone", "13800138000"), ("Form.Street", "440307003"), ("Form.Detail", "1 号"));
    }

    private static IEnumerable<string> Names(Shopper shopper) => shopper.Page.QuerySelectorAll(".panel b").Select(x => x.TextContent);
}
