namespace ZhongFu.Platform.Reconciliation;

/// <summary>Something that must always be true of the books. Found by the module host; the <c>reconcile</c> command checks each.</summary>
public interface IInvariant
{
    /// <summary>A sentence a bookkeeper understands, e.g. "Every balance equals the sum of its movements".</summary>
    string Rule { get; }

    /// <summary>Recomputes from first facts and returns a line for each violation: an id and the two figures that differ.</summary>
    Task<IReadOnlyList<string>> FindViolations(CancellationToken cancellationToken);
}
