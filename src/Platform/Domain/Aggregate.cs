namespace ZhongFu.Platform.Domain;

/// <summary>A consistency boundary. Facts raised here are stored in the outbox by the same save that stores the aggregate.</summary>
public abstract class Aggregate
{
    private readonly List<object> raised = [];

    /// <summary>UUIDv7, made by the application so that it is known before the save.</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>Keeps a message of the module's Contracts until the aggregate is saved.</summary>
    protected void Raise(object fact) => raised.Add(fact);

    internal IReadOnlyList<object> TakeRaised()
    {
        object[] facts = [.. raised];
        raised.Clear();
        return facts;
    }
}
