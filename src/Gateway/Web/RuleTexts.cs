using Microsoft.Extensions.Localization;
using ZhongFu.Platform.Modules;

namespace ZhongFu.Gateway.Web;

/// <summary>What a broken rule says in the language of the caller: the code of a rule is a key of its module's own texts.</summary>
internal sealed class RuleTexts(ModuleCatalogue catalogue, IStringLocalizerFactory factory)
{
    private readonly IStringLocalizer[] texts = [.. catalogue.Types.Where(type => type.Name.EndsWith("Text", StringComparison.Ordinal)).Select(factory.Create)];

    /// <summary>The text, or null when no module has one for the code.</summary>
    public string? Find(string code) => texts.Select(text => text[code]).FirstOrDefault(text => !text.ResourceNotFound)?.Value;
}
