namespace ZhongFu.Platform.Ui;

/// <summary>The page belongs to the staff: it stands beside the staff menu. A page with a <c>[Menu]</c> entry does so without being told.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffPageAttribute : Attribute;

/// <summary>The page is a counter: the whole screen, with a bar of its own above (class guide in <c>pos.css</c>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CounterPageAttribute : Attribute
{
    /// <summary>Section of the counter's top bar that pages fill with <c>SectionContent</c>: place, terminal, connection.</summary>
    public const string TopBar = "counter-top-bar";
}
