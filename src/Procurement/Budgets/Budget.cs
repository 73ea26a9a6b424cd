namespace ZhongFu.Procurement.Budgets;

/// <summary>What a unit may spend in a year, freight included (product.md, "Procurement"): available = amount - reserved - committed - consumed. The balances only change by
/// <see cref="BudgetBook"/>, by updates that carry their condition, so that nothing is overspent whatever runs at the same time; <see cref="BudgetEntry"/> says why.</summary>
internal sealed class Budget(Guid buyerId, int year)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid BuyerId { get; private init; } = buyerId;

    /// <summary>Calendar year in China.</summary>
    public int Year { get; private init; } = year;

    /// <summary>Granted, fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>Submitted and not decided yet, fen.</summary>
    public long ReservedFen { get; private set; }

    /// <summary>Approved and not accepted yet, fen.</summary>
    public long CommittedFen { get; private set; }

    /// <summary>Accepted goods and their freight, fen.</summary>
    public long ConsumedFen { get; private set; }

    public long AvailableFen => AmountFen - ReservedFen - CommittedFen - ConsumedFen;

    /// <summary>Share that is no longer free, percent, rounded down; 100 for an empty budget.</summary>
    public int UsedPercent => AmountFen == 0 ? 100 : (int)((AmountFen - AvailableFen) * 100 / AmountFen);

    /// <summary>The alarm that this share sets off (80, 90, 100 %), or null.</summary>
    public int? Alert => UsedPercent switch { >= 100 => 100, >= 90 => 90, >= 80 => 80, _ => null };
}

/// <summary>What a movement of a budget was.</summary>
internal enum BudgetMove
{
    /// <summary>The amount was raised or lowered.</summary>
    Granted,

    /// <summary>Submitted: free to reserved.</summary>
    Reserved,

    /// <summary>Refused or withdrawn: reserved to free.</summary>
    Released,

    /// <summary>Approved: reserved to committed.</summary>
    Committed,

    /// <summary>Cancelled, declined or left over after the last receipt: committed to free.</summary>
    Freed,

    /// <summary>Accepted: committed to consumed.</summary>
    Consumed,

    /// <summary>Accepted beyond what was committed, within the tolerance or with consent: free to consumed.</summary>
    Topped,

    /// <summary>A credit note after acceptance: consumed to free.</summary>
    Credited,
}

/// <summary>One movement of a budget; never edited. Its key makes a repeated step visible to the database.</summary>
internal sealed class BudgetEntry(Guid budgetId, BudgetMove move, long amountFen, Guid subjectId, string step, string paper, string actor, DateTime at)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid BudgetId { get; private init; } = budgetId;
    public BudgetMove Move { get; private init; } = move;

    /// <summary>Fen; negative only where a grant was lowered.</summary>
    public long AmountFen { get; private init; } = amountFen;

    /// <summary>The order, receipt or grant behind it.</summary>
    public Guid SubjectId { get; private init; } = subjectId;

    /// <summary>Which step of the subject; a subject takes each step once.</summary>
    public string Step { get; private init; } = step;

    /// <summary>Number of the paper, for people.</summary>
    public string Paper { get; private init; } = paper;

    /// <summary>Name of the person, or <c>system</c>.</summary>
    public string Actor { get; private init; } = actor;

    public DateTime At { get; private init; } = at;
}
