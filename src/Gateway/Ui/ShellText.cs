namespace ZhongFu.Gateway.Ui;

/// <summary>Texts around every page: header, footer, menus (<c>ShellText.resx</c>).</summary>
internal sealed class ShellText;
