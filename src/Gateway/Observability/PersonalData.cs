using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace ZhongFu.Gateway.Observability;

/// <summary>Takes values out of log events whose name says that they are a person's or a secret.</summary>
internal sealed partial class PersonalDataRemover : ILogEventEnricher
{
    private static readonly ScalarValue Removed = new("[removed]");

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            var clean = Clean(name, value);
            if (!ReferenceEquals(clean, value)) logEvent.AddOrUpdateProperty(new LogEventProperty(name, clean));
        }
    }

    private static LogEventPropertyValue Clean(string name, LogEventPropertyValue value) => IsPersonal().IsMatch(name) && !IsUrl(value) ? Removed : value switch
    {
        ScalarValue { Value: string text } when PersonalText.Scrub(text) is var clean && clean != text => new ScalarValue(clean),
        StructureValue structure => new StructureValue(structure.Properties.Select(x => new LogEventProperty(x.Name, Clean(x.Name, x.Value))), structure.TypeTag),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(x => Clean("", x))),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(x => KeyValuePair.Create(x.Key, Clean(x.Key.Value?.ToString() ?? "", x.Value)))),
        _ => value,
    };

    /// <summary>The other thing that is called an address: where a server listens.</summary>
    private static bool IsUrl(LogEventPropertyValue value) => value is ScalarValue { Value: string text } && text.StartsWith("http", StringComparison.Ordinal);

    [GeneratedRegex("phone|mobile|recipient|address|street|^detail$|password|token|secret|authorization|cookie|apikey|querystring", RegexOptions.IgnoreCase)]
    private static partial Regex IsPersonal();
}

/// <summary>Takes out of any text what looks like a phone number, a token or a key: exceptions quote values under no name.</summary>
internal static partial class PersonalText
{
    public static string Scrub(string text) => Secret().Replace(Phone().Replace(text, "[phone]"), "[secret]");

    [GeneratedRegex(@"(?<![\w.-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"CfDJ8[\w-]{20,}|(?:sk|rk|whsec)_\w{8,}|(?<=Bearer )\S+")]
    private static partial Regex Secret();
}

/// <summary>Compact JSON lines, scrubbed once more as text, stack traces included.</summary>
internal sealed class ScrubbedLines : ITextFormatter
{
    private readonly CompactJsonFormatter lines = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        lines.Format(logEvent, line);
        output.Write(PersonalText.Scrub(line.ToString()));
    }
}
