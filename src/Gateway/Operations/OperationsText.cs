namespace ZhongFu.Gateway.Operations;

/// <summary>Texts of the operators' pages of the platform (<c>OperationsText.resx</c>).</summary>
internal sealed class OperationsText;
