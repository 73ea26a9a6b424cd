using System.Globalization;
using System.Resources;
using ZhongFu.Ordering.Orders;

namespace ZhongFu.Ordering.Tests.Orders;

public sealed class ShortageCauseTests
{
    [Theory, InlineData("counter-sale"), InlineData("recall"), InlineData("expired"), InlineData("loss"), InlineData("stocktake")]
    public void Buyer_and_operator_read_every_cause_in_both_languages(string cause)
    {
        var texts = new ResourceManager(typeof(OrderText));
        foreach (var language in new[] { "zh-CN", "en" })
            foreach (var key in new[] { $"ShortageText.{cause}", $"Cause.{cause}" })
                Assert.False(string.IsNullOrEmpty(texts.GetString(key, CultureInfo.GetCultureInfo(language))), $"{language}: {key}");
    }
}
