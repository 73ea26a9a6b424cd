namespace ZhongFu.Gateway.Site;

/// <summary>Texts of the pages about the site itself (<c>SiteText.resx</c>).</summary>
internal sealed class SiteText;
