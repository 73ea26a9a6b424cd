namespace ZhongFu.Platform.Data;

/// <summary>A database was written by a build this one does not descend from: its tables may not be what this build expects.</summary>
/// <param name="database">The module's context.</param>
/// <param name="migrations">What that build applied and this one does not know.</param>
public sealed class ForeignDatabase(string database, IReadOnlyList<string> migrations) : Exception(
    $"{database} was made by another build (unknown to this one: {string.Join(", ", migrations)}). Start that build, or give this one an empty Database:Folder or database.");
