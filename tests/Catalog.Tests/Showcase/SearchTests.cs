using ZhongFu.Catalog.Showcase;

namespace ZhongFu.Catalog.Tests.Showcase;

[Collection(nameof(Shop))]
public sealed class SearchTests(Shop shop)
{
    [Theory]
    [InlineData("猕猴桃", "猕猴桃")] // inside the name
    [InlineData("mht", "猕猴桃")] // initials
    [InlineData("mihoutao", "猕猴桃")] // full pinyin
    [InlineData("MiHouTao", "猕猴桃")]
    [InlineData("ｍｉｈｏｕｔａｏ", "猕猴桃")] // full width
    [InlineData("mihoutoa", "猕猴桃")] // two letters swapped
    [InlineData("mihotao", "猕猴桃")] // one missing
    [InlineData("mihhoutao", "猕猴桃")] // one too many
    [InlineData("nihoutao", "猕猴桃")] // one wrong
    [InlineData("qicheng", "脐橙")]
    [InlineData("qichemg", "脐橙")]
    [InlineData("lvcha", "绿茶")] // ü written v
    [InlineData("fanqie", "番茄")] // not fan jia
    [InlineData("kiwi", "猕猴桃")] // English
    public async Task A_search_finds_names_by_what_people_type(string query, string inName)
    {
        var names = await shop.Names(query);
        Assert.NotEmpty(names);
        Assert.Contains(inName, names[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("寻乌")]
    [InlineData("寻乌县")]
    [InlineData("xunwu")]
    [InlineData("xw")]
    public async Task A_search_finds_the_goods_of_a_county(string query)
    {
        var found = (await shop.Get($"/api/catalog/products?pageSize=100&q={Uri.EscapeDataString(query)}")).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("county").GetString()).ToList();
        Assert.Equal(45, found.Count(county => county == "寻乌县"));
    }

    [Theory]
    [InlineData("江西")] // province
    [InlineData("晨光镇")] // township
    [InlineData("谷堡猕猴桃合作社")] // cooperative
    [InlineData("粮油")] // category
    [InlineData("低温贮藏")] // description
    [InlineData("6900000000014")] // barcode
    [InlineData("P0001-1")] // article code
    [InlineData("寻乌县脐橙")] // two things written together
    [InlineData("脐橙 寻乌 礼盒")] // words in any order
    public async Task A_search_finds_origin_category_description_and_codes(string query) => Assert.NotEmpty(await shop.Names(query));

    [Theory]
    [InlineData("那坡", "napo")]
    [InlineData("岳圩", "yuexu")]
    [InlineData("长宁", "changning")]
    [InlineData("重庆", "chongqing")]
    [InlineData("单县", "shanxian")]
    [InlineData("六安", "luan")]
    [InlineData("折家坪", "shejiaping")]
    [InlineData("解家沟镇", "xiejiagouzhen")]
    [InlineData("克孜勒镇", "kezilezhen")]
    [InlineData("（贵长）", "guichang")]
    public void Places_are_read_as_people_say_them(string name, string letters) => Assert.Equal(letters, Pinyin.Of(SearchText.Normalise(name)).Letters);

    [Theory]
    [InlineData("祁城")] // sounds like 脐橙
    [InlineData("寻五")]
    [InlineData("迷猴桃")]
    public async Task A_query_in_Han_characters_never_matches_by_sound(string query) => Assert.Empty(await shop.Names(query));

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("%%%")]
    [InlineData("寻_")]
    [InlineData("' OR 1=1 --")]
    [InlineData("[a-z]*")]
    [InlineData("zzzzzzzz")]
    public async Task Wildcards_and_quotes_are_plain_characters(string query) => Assert.Empty(await shop.Names(query));

    [Theory]
    [InlineData("\u0000寻\u0007乌\u200b")]
    [InlineData("  寻乌  ")]
    public async Task Invisible_characters_are_ignored(string query) => Assert.Equal(await shop.Names("寻乌"), await shop.Names(query));

    [Fact]
    public void A_lone_surrogate_is_no_error() => Assert.Equal("a\ufffdb", SearchText.Normalise("a\ud800b"));

    [Fact]
    public async Task A_better_match_comes_first()
    {
        var names = await shop.Names("核桃");
        var lastInName = names.FindLastIndex(name => name.Contains("核桃", StringComparison.Ordinal));
        Assert.All(names.Take(lastInName + 1), name => Assert.Contains("核桃", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("abcd", "abxd", true)]
    [InlineData("abcd", "abd", true)]
    [InlineData("abcd", "abccd", true)]
    [InlineData("abcd", "abdc", true)]
    [InlineData("abcd", "abcd", false)]
    [InlineData("abcd", "axxd", false)]
    [InlineData("abcd", "dbca", false)]
    [InlineData("abcd", "ab", false)]
    public void One_mistake_is_one_letter(string one, string other, bool isOne)
    {
        Assert.Equal(isOne, SearchText.DifferByOne(one, other));
        Assert.Equal(isOne, SearchText.DifferByOne(other, one));
    }
}
