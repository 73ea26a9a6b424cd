namespace ZhongFu.Procurement.Statements;

/// <summary>What a unit owes a cooperative for a month (对账单): built from signed receipts only, grows until the month is over. The sums only change by updates that carry
/// their condition; a correction is a new line, never an edit.</summary>
internal sealed class Statement(string number, Guid buyerId, Guid supplierId, string month)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary><c>DZ</c>, day, four digits.</summary>
    public string Number { get; private init; } = number;

    public Guid BuyerId { get; private init; } = buyerId;
    public Guid SupplierId { get; private init; } = supplierId;

    /// <summary>yyyy-MM of acceptance, China.</summary>
    public string Month { get; private init; } = month;

    /// <summary>Sum of all lines, fen.</summary>
    public long TotalFen { get; private set; }

    /// <summary>Sum of the agreed lines, fen: payable at once, whatever else is disputed.</summary>
    public long AgreedFen { get; private set; }

    /// <summary>Sum of the disputed lines, fen.</summary>
    public long DisputedFen { get; private set; }

    /// <summary>Proposed for payment and not confirmed yet, fen.</summary>
    public long ProposedFen { get; private set; }

    /// <summary>Paid, fen.</summary>
    public long PaidFen { get; private set; }

    /// <summary>Sum of the invoices, fen.</summary>
    public long InvoicedFen { get; private set; }

    /// <summary>Agreed and neither paid nor proposed, fen.</summary>
    public long PayableFen => AgreedFen - ProposedFen - PaidFen;
}

/// <summary>What a line of a statement is.</summary>
internal enum StatementLineKind
{
    Goods,
    Freight,

    /// <summary>红字: a credit note; its amount is negative.</summary>
    Credit,
}

/// <summary>How the two sides stand about a line.</summary>
internal enum LineStanding
{
    Open,
    Agreed,
    Disputed,
}

/// <summary>One accepted line, its freight, or a credit.</summary>
internal sealed class StatementLine(Guid statementId, StatementLineKind kind, Guid subjectId, int line, string paper, string name, long amountFen, DateOnly acceptedOn, DateOnly dueOn, Guid orderId, int budgetYear)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StatementId { get; private init; } = statementId;
    public StatementLineKind Kind { get; private init; } = kind;

    /// <summary>The receipt, or for a credit the line it corrects.</summary>
    public Guid SubjectId { get; private init; } = subjectId;

    /// <summary>Number of the order's line; 0 for freight.</summary>
    public int Line { get; private init; } = line;

    /// <summary>Number of the receipt.</summary>
    public string Paper { get; private init; } = paper;

    public string Name { get; private init; } = name;

    /// <summary>Fen; negative for a credit.</summary>
    public long AmountFen { get; private init; } = amountFen;

    public DateOnly AcceptedOn { get; private init; } = acceptedOn;

    /// <summary>Last day to pay by law (<see cref="PaymentTerms"/>); interest runs after it.</summary>
    public DateOnly DueOn { get; private init; } = dueOn;

    /// <summary>The order it belongs to.</summary>
    public Guid OrderId { get; private init; } = orderId;

    /// <summary>The year whose budget paid for it: a credit goes back there.</summary>
    public int BudgetYear { get; private init; } = budgetYear;

    public LineStanding Standing { get; private set; }

    /// <summary>Why it is disputed.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the supplier says to that.</summary>
    public string? Answer { get; private set; }

    public string? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Paid of it, fen: the oldest lines first.</summary>
    public long PaidFen { get; private set; }
}

/// <summary>How far a payment is.</summary>
internal enum PaymentState
{
    /// <summary>One person has entered it.</summary>
    Proposed,

    /// <summary>A second person has found it on the bank's paper.</summary>
    Confirmed,

    /// <summary>The second person did not find it.</summary>
    Refused,
}

/// <summary>Money that went to the cooperative's account; counts once a second person has confirmed it.</summary>
internal sealed class StatementPayment(Guid statementId, long amountFen, string reference, DateOnly paidOn, Guid proposedBy, string proposedByName, DateTime proposedAt)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid StatementId { get; private init; } = statementId;
    public long AmountFen { get; private init; } = amountFen;

    /// <summary>The bank's reference (流水号); once for ever.</summary>
    public string Reference { get; private init; } = reference;

    public DateOnly PaidOn { get; private init; } = paidOn;
    public PaymentState State { get; private set; }
    public Guid ProposedBy { get; private init; } = proposedBy;
    public string ProposedByName { get; private init; } = proposedByName;
    public DateTime ProposedAt { get; private init; } = proposedAt;
    public string? DecidedByName { get; private set; }
    public DateTime? DecidedAt { get; private set; }
}

/// <summary>An invoice (数电票) of the cooperative for a statement.</summary>
internal sealed class Invoice(string number, Guid statementId, long amountFen, DateOnly issuedOn, string enteredBy, DateTime at)
{
    /// <summary>Twenty digits.</summary>
    public string Number { get; private init; } = number;

    public Guid StatementId { get; private init; } = statementId;

    /// <summary>Fen, tax included.</summary>
    public long AmountFen { get; private init; } = amountFen;

    public DateOnly IssuedOn { get; private init; } = issuedOn;
    public string EnteredBy { get; private init; } = enteredBy;
    public DateTime At { get; private init; } = at;
}
