using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZhongFu.Platform.Domain;
using ZhongFu.Procurement.Contracts;

namespace ZhongFu.Procurement.Purchases;

/// <summary>How far a bulk order (采购单) is.</summary>
internal enum PurchaseState
{
    /// <summary>待审批.</summary>
    Submitted,

    /// <summary>已退回: an approver sent it back; nothing is reserved.</summary>
    Returned,

    /// <summary>待供应商确认.</summary>
    Approved,

    /// <summary>待发货, or partly under way.</summary>
    Confirmed,

    /// <summary>待验收: everything is under way or at the dock.</summary>
    Shipped,

    /// <summary>已验收: every piece is accepted or rejected.</summary>
    Accepted,

    /// <summary>已取消 by the buyer, before anything was sent.</summary>
    Cancelled,

    /// <summary>The supplier cannot deliver.</summary>
    Declined,
}

/// <summary>A bulk order of one unit with one supplier (product.md, "Procurement"). An approval binds to a hash of lines and prices; a later change is approved again.</summary>
internal sealed class PurchaseOrder : Aggregate
{
    private readonly List<PurchaseLine> lines = [];
    private readonly List<PurchaseApproval> approvals = [];

    private PurchaseOrder()
    {
    }

    /// <summary><c>CG</c>, day, four digits.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Orders that were submitted together, one for each supplier; the approval chain goes by their sum.</summary>
    public Guid SubmissionId { get; private init; }

    public Guid BuyerId { get; private init; }
    public Guid SupplierId { get; private init; }
    public PurchaseState State { get; private set; }

    /// <summary>The year whose budget pays.</summary>
    public int BudgetYear { get; private init; }

    public Destination To { get; private init; } = null!;

    /// <summary>China date on which the goods are wanted.</summary>
    public DateOnly WantedOn { get; private init; }

    public string? Note { get; private init; }
    public long GoodsFen { get; private set; }
    public long FreightFen { get; private set; }
    public long TotalFen { get; private set; }

    /// <summary>Whether the freight has become due with a receipt, or was freed because nothing was accepted.</summary>
    public bool IsFreightSettled { get; private set; }

    /// <summary>How many people must approve, one after another.</summary>
    public int ApprovalsNeeded { get; private set; }

    /// <summary>Hash of what is approved: lines, quantities, prices, freight, supplier, day.</summary>
    public string ContentHash { get; private set; } = "";

    public Guid RequestedBy { get; private init; }
    public string RequestedByName { get; private init; } = "";
    public DateTime SubmittedAt { get; private init; }
    public DateTime? ApprovedAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was sent back, cancelled or declined.</summary>
    public string? EndNote { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();
    public IReadOnlyList<PurchaseLine> Lines => lines;
    public IReadOnlyList<PurchaseApproval> Approvals => approvals;

    public static PurchaseOrder Submit(string number, Guid submissionId, Guid buyerId, Guid supplierId, Destination to, DateOnly wantedOn, string? note,
        IEnumerable<PurchaseLine> goods, long freightFen, int approvalsNeeded, Guid requestedBy, string requestedByName, int budgetYear, DateTime now)
    {
        var order = new PurchaseOrder
        {
            Number = number, SubmissionId = submissionId, BuyerId = buyerId, SupplierId = supplierId, To = to, WantedOn = wantedOn, Note = note, State = PurchaseState.Submitted,
            ApprovalsNeeded = approvalsNeeded, RequestedBy = requestedBy, RequestedByName = requestedByName, BudgetYear = budgetYear, SubmittedAt = now, FreightFen = freightFen,
        };
        foreach (var line in goods) order.lines.Add(line.In(order.Id, order.lines.Count + 1));
        order.GoodsFen = order.lines.Sum(x => x.AmountFen);
        order.TotalFen = order.GoodsFen + freightFen;
        order.ContentHash = order.HashContent();
        return order;
    }

    /// <summary>One more person agrees. Whether this person may is asked before (<see cref="Organisations.Duties"/>).</summary>
    /// <returns>True when it was the last approval needed.</returns>
    /// <exception cref="RuleBroken"><c>purchase.not-submitted</c>, <c>purchase.changed</c>: not what the person saw. <c>purchase.approved-before</c>: each person once.</exception>
    public bool Approve(string seenHash, Guid approver, string name, string? note, DateTime now)
    {
        Demand(PurchaseState.Submitted, "purchase.not-submitted");
        if (seenHash != ContentHash || ContentHash != HashContent()) throw new RuleBroken("purchase.changed", "The order is not what was looked at.", new { contentHash = ContentHash });
        if (approvals.Exists(x => x.ApproverId == approver)) throw new RuleBroken("purchase.approved-before", "Each person approves once.");
        approvals.Add(new PurchaseApproval(Id, approvals.Count + 1, approver, name, ContentHash, note, now));
        Version = Guid.CreateVersion7();
        if (approvals.Count < ApprovalsNeeded) return false;
        (State, ApprovedAt) = (PurchaseState.Approved, now);
        Raise(new PurchaseApproved(Id, Number, BuyerId, SupplierId, [.. lines.Select(x => new PurchasedLine(x.Line, x.SkuId, x.Quantity, x.AmountFen))], FreightFen, TotalFen, now));
        return true;
    }

    /// <summary>An approver sends it back.</summary>
    public void Return(string reason, DateTime now) => End(PurchaseState.Submitted, PurchaseState.Returned, "purchase.not-submitted", reason, now);

    /// <summary>The buyer wants it no more; possible until something was sent.</summary>
    public void Cancel(string reason, DateTime now)
    {
        if (State is not (PurchaseState.Submitted or PurchaseState.Approved or PurchaseState.Confirmed) || lines.Exists(x => x.ShippedQuantity > 0)) throw Refusal("purchase.under-way");
        if (State != PurchaseState.Submitted) Raise(new PurchaseEnded(Id, Number, now));
        (State, EndNote, EndedAt, Version) = (PurchaseState.Cancelled, reason, now, Guid.CreateVersion7());
    }

    /// <summary>The supplier will deliver.</summary>
    public void Confirm(DateTime now)
    {
        Demand(PurchaseState.Approved, "purchase.not-approved");
        (State, ConfirmedAt, Version) = (PurchaseState.Confirmed, now, Guid.CreateVersion7());
    }

    /// <summary>The supplier cannot deliver.</summary>
    public void Decline(string reason, DateTime now)
    {
        End(PurchaseState.Approved, PurchaseState.Declined, "purchase.not-approved", reason, now);
        Raise(new PurchaseEnded(Id, Number, now));
    }

    /// <summary>Pieces of a line are on their way.</summary>
    /// <exception cref="RuleBroken"><c>purchase.not-confirmed</c>, <c>purchase.over-shipped</c></exception>
    public void Ship(int line, long quantity)
    {
        if (State is not (PurchaseState.Confirmed or PurchaseState.Shipped)) throw Refusal("purchase.not-confirmed");
        LineOf(line).Ship(quantity);
        if (lines.TrueForAll(x => x.ShippedQuantity == x.Quantity)) State = PurchaseState.Shipped;
        Version = Guid.CreateVersion7();
    }

    /// <summary>Pieces of a line were accepted or rejected at the dock. What was rejected may be sent again until the order is closed.</summary>
    public void Receive(int line, long accepted, long rejected, DateTime now)
    {
        LineOf(line).Receive(accepted, rejected);
        if (State == PurchaseState.Shipped && lines.TrueForAll(x => x.AcceptedQuantity + x.RejectedQuantity == x.Quantity)) (State, EndedAt) = (PurchaseState.Accepted, now);
        Version = Guid.CreateVersion7();
    }

    /// <summary>Freight is due once, with the first accepted goods; when everything is rejected it is not owed. Call after the lines of a receipt.</summary>
    /// <returns>What is due now, and what is not needed any more, fen.</returns>
    public (long DueFen, long FreedFen) TakeFreight(bool acceptedGoods)
    {
        if (IsFreightSettled || (!acceptedGoods && State != PurchaseState.Accepted)) return (0, 0);
        IsFreightSettled = true;
        return acceptedGoods ? (FreightFen, 0) : (0, FreightFen);
    }

    public PurchaseLine LineOf(int line) => lines.Find(x => x.Line == line) ?? throw new RuleBroken("purchase.no-line", "The order has no such line.", new { line });

    private string HashContent()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{BuyerId:N} {SupplierId:N} {WantedOn:yyyyMMdd} {FreightFen}");
        foreach (var x in lines) text.Append(CultureInfo.InvariantCulture, $"|{x.Line} {x.SkuId:N} {x.Quantity} {x.UnitPriceFen} {x.AmountFen}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private void End(PurchaseState from, PurchaseState to, string code, string reason, DateTime now)
    {
        Demand(from, code);
        (State, EndNote, EndedAt, Version) = (to, reason, now, Guid.CreateVersion7());
    }

    private void Demand(PurchaseState state, string code)
    {
        if (State != state) throw Refusal(code);
    }

    private RuleBroken Refusal(string code) => new(code, $"The order is {State}.", new { state = State.ToString() });
}

/// <summary>Where the goods go (收货点) and who is called.</summary>
/// <param name="Name">Name of the receiving point.</param>
/// <param name="Address">Where to drive.</param>
/// <param name="Contact">Who is there.</param>
/// <param name="Phone">Their number.</param>
/// <param name="Window">Hours, e.g. <c>06:00-08:00</c>.</param>
internal sealed record Destination(string Name, string Address, string Contact, string Phone, string Window);

/// <summary>That a person agreed to exactly this.</summary>
internal sealed class PurchaseApproval(Guid orderId, int step, Guid approverId, string approver, string contentHash, string? note, DateTime at)
{
    public Guid OrderId { get; private init; } = orderId;

    /// <summary>From 1.</summary>
    public int Step { get; private init; } = step;

    public Guid ApproverId { get; private init; } = approverId;
    public string Approver { get; private init; } = approver;
    public string ContentHash { get; private init; } = contentHash;
    public string? Note { get; private init; }  = note;
    public DateTime At { get; private init; } = at;
}
