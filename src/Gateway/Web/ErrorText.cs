namespace ZhongFu.Gateway.Web;

/// <summary>Texts of the error page (<c>ErrorText.resx</c>).</summary>
internal sealed class ErrorText;
