namespace ZhongFu.Showroom.Ledger;

/// <summary>Why goods moved.</summary>
internal enum MovementCause
{
    /// <summary>Stock on the day the books were opened.</summary>
    Opening,

    /// <summary>Goods came from a supplier.</summary>
    Receipt,

    /// <summary>Sold over the counter.</summary>
    CounterSale,

    /// <summary>Came back over the counter.</summary>
    CounterReturn,

    /// <summary>An online order was handed out.</summary>
    Issue,

    /// <summary>On the way from one place to another: onto the road, and off it.</summary>
    Transfer,

    /// <summary>What was missing or too much when a transfer was counted found its end.</summary>
    TransferSettlement,

    /// <summary>Broken, spoilt, stolen, given away or sent back; also the waiting for a signature before, and the way back when it is refused.</summary>
    WriteOff,

    /// <summary>A count found more or less than the books had.</summary>
    Stocktake,

    /// <summary>Goods that came in were found to be sold already: their batch makes up for what was owed without one.</summary>
    BatchSettlement,

    /// <summary>Dispensed by a self-service cabinet.</summary>
    CabinetSale,

    /// <summary>A disputed sale of a cabinet was set right.</summary>
    CabinetCorrection,
}

/// <summary>Goods went from one location to another. Immutable: a mistake is corrected by another movement (product.md, "Stock").</summary>
internal sealed class StockMovement
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Business key, unique for ever, so that nothing posts twice: <c>receipt:{id}:{line}</c>.</summary>
    public string Key { get; private init; } = "";

    public Guid SkuId { get; private init; }

    /// <summary>Batch code as printed, when known.</summary>
    public string? Batch { get; private init; }

    public Guid FromId { get; private init; }
    public Guid ToId { get; private init; }

    /// <summary>Pieces, more than 0.</summary>
    public long Quantity { get; private init; }

    public MovementCause Cause { get; private init; }

    /// <summary>The receipt, sale or reservation behind it.</summary>
    public Guid SubjectId { get; private init; }

    public DateTime At { get; private init; }
    public string ActorKey { get; private init; } = "";

    public static StockMovement Opening(Guid skuId, string batch, Guid supplier, Guid location, string locationCode, long quantity, DateTime now) =>
        Of($"opening:{skuId}:{locationCode}:{batch}", MovementCause.Opening, location, skuId, batch.Length == 0 ? null : batch, supplier, location, quantity, now, "system");

    public static StockMovement Receipt(Guid receiptId, int line, Guid skuId, string? batch, Guid supplier, Guid location, long quantity, DateTime now, string actorKey) =>
        Of($"receipt:{receiptId}:{line}", MovementCause.Receipt, receiptId, skuId, batch, supplier, location, quantity, now, actorKey);

    public static StockMovement CounterSale(Guid saleId, int line, Guid skuId, Guid location, Guid customer, long quantity, DateTime now, string actorKey, string? batch = null) =>
        Of(CounterSaleKey(saleId, line), MovementCause.CounterSale, saleId, skuId, batch, location, customer, quantity, now, actorKey);

    public static StockMovement Return(Guid returnId, int line, int part, Guid skuId, string? batch, Guid customer, Guid to, long quantity, DateTime now, string actorKey) =>
        Of($"return:{returnId}:{line}:{part}", MovementCause.CounterReturn, returnId, skuId, batch, customer, to, quantity, now, actorKey);

    public static StockMovement Issue(Guid reservationId, Guid skuId, Guid location, Guid customer, long quantity, DateTime now) =>
        Of($"issue:{reservationId}:{skuId}:{location}", MovementCause.Issue, reservationId, skuId, null, location, customer, quantity, now, "system");

    /// <param name="transferId">The transfer.</param>
    /// <param name="step">Which step of it, and which goods: makes the key unique.</param>
    /// <param name="skuId">The SKU.</param>
    /// <param name="batch">Batch code, <see cref="Ledger.Batch.None"/> for goods without one, null to take those that expire first.</param>
    /// <param name="from">Where they leave.</param>
    /// <param name="to">Where they arrive.</param>
    /// <param name="quantity">Pieces.</param>
    /// <param name="now">UTC.</param>
    /// <param name="actorKey">Who moved them.</param>
    public static StockMovement Transfer(Guid transferId, string step, Guid skuId, string? batch, Guid from, Guid to, long quantity, DateTime now, string actorKey) =>
        Of($"transfer:{transferId}:{step}", MovementCause.Transfer, transferId, skuId, batch, from, to, quantity, now, actorKey);

    /// <inheritdoc cref="Transfer"/>
    public static StockMovement Settlement(Guid transferId, string step, Guid skuId, string batch, Guid from, Guid to, long quantity, DateTime now, string actorKey) =>
        Of($"transfer:{transferId}:{step}", MovementCause.TransferSettlement, transferId, skuId, batch, from, to, quantity, now, actorKey);

    public static StockMovement WriteOff(Guid writeOffId, string step, Guid skuId, string? batch, Guid from, Guid to, long quantity, DateTime now, string actorKey) =>
        Of($"write-off:{writeOffId}:{step}", MovementCause.WriteOff, writeOffId, skuId, batch, from, to, quantity, now, actorKey);
    public static StockMovement CabinetSale(Guid saleId, Guid skuId, Guid cabinet, Guid customer, long quantity, DateTime now, string actorKey) =>
        Of($"cabinet-sale:{saleId}", MovementCause.CabinetSale, saleId, skuId, null, cabinet, customer, quantity, now, actorKey);

    public static StockMovement CabinetCorrection(Guid correctionId, int part, Guid skuId, string? batch, Guid customer, Guid to, long quantity, DateTime now, string actorKey) =>
        Of($"cabinet-correction:{correctionId}:{part}", MovementCause.CabinetCorrection, correctionId, skuId, batch, customer, to, quantity, now, actorKey);

    /// <summary>What a count found too many or too few of a batch; goods that came without one have none, goods that are missing without one are taken from those first.</summary>
    public static StockMovement Counted(Guid stocktakeId, Guid skuId, string batch, Guid from, Guid to, long quantity, DateTime now, string actorKey) =>
        Of($"stocktake:{stocktakeId}:{skuId}:{batch}", MovementCause.Stocktake, stocktakeId, skuId, batch, from, to, quantity, now, actorKey);

    /// <summary>Key of the movement of a sale's line.</summary>
    public static string CounterSaleKey(Guid saleId, int line) => $"sale:{saleId}:{line}";

    /// <summary>The same movement split over batches. The first part keeps the key, so that a second posting meets it whatever it would be split into.</summary>
    public IReadOnlyList<StockMovement> Over(IReadOnlyList<(string Batch, long Quantity)> parts) =>
        [.. parts.Select((part, index) => Part(index == 0 ? Key : $"{Key}:{part.Batch}", Cause, part.Batch, FromId, ToId, part.Quantity))];

    /// <summary>The two movements that let the batch which came in make up for pieces that are owed there without a batch.</summary>
    public IReadOnlyList<StockMovement> Settle(Guid adjustment, long owed) =>
    [
        Part($"settle:{Id}:out", MovementCause.BatchSettlement, Batch, ToId, adjustment, owed),
        Part($"settle:{Id}:in", MovementCause.BatchSettlement, null, adjustment, ToId, owed),
    ];

    private StockMovement Part(string key, MovementCause cause, string? batch, Guid from, Guid to, long quantity) =>
        Of(key, cause, SubjectId, SkuId, string.IsNullOrEmpty(batch) ? null : batch, from, to, quantity, At, ActorKey);

    private static StockMovement Of(string key, MovementCause cause, Guid subject, Guid skuId, string? batch, Guid from, Guid to, long quantity, DateTime now, string actorKey)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        ArgumentOutOfRangeException.ThrowIfEqual(from, to);
        return new StockMovement
        {
            Key = key, Cause = cause, SubjectId = subject, SkuId = skuId, Batch = batch, FromId = from, ToId = to, Quantity = quantity, At = now, ActorKey = actorKey,
        };
    }
}
