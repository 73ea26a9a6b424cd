namespace ZhongFu.Platform.Ui;

/// <summary>The page belongs to the staff: it stands beside the staff menu. A page with a <c>[Menu]</c> entry does so without being told.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffPageAttribute : Attribute;
