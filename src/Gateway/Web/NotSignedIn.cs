namespace ZhongFu.Gateway.Web;

/// <summary>The caller must show who it is, or did so in vain. Answered 401.</summary>
internal sealed class NotSignedIn(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
