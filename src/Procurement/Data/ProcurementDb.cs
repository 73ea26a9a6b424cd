using Microsoft.EntityFrameworkCore;
using ZhongFu.Platform.Data;
using ZhongFu.Procurement.Budgets;
using ZhongFu.Procurement.Deliveries;
using ZhongFu.Procurement.Organisations;
using ZhongFu.Procurement.Purchases;
using ZhongFu.Procurement.Quotas;
using ZhongFu.Procurement.Receipts;
using ZhongFu.Procurement.Rfqs;
using ZhongFu.Procurement.Statements;

namespace ZhongFu.Procurement.Data;

internal sealed class ProcurementDb(DbContextOptions<ProcurementDb> options) : ModuleDb(options, "procurement")
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<RegisteredCode> RegisteredCodes => Set<RegisteredCode>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Deputy> Deputies => Set<Deputy>();

    public DbSet<Budget> Budgets => Set<Budget>();

    public DbSet<BudgetEntry> BudgetEntries => Set<BudgetEntry>();

    public DbSet<PurchaseOrder> PurchaseOrders => Set<PurchaseOrder>();

    public DbSet<PaperSerial> PaperSerials => Set<PaperSerial>();

    public DbSet<DeliveryNote> Deliveries => Set<DeliveryNote>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<OpenDelivery> OpenReceipts => Set<OpenDelivery>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<StatementLine> StatementLines => Set<StatementLine>();

    public DbSet<StatementPayment> StatementPayments => Set<StatementPayment>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<CountedLine> CountedLines => Set<CountedLine>();

    public DbSet<Rfq> Rfqs => Set<Rfq>();

    public DbSet<RfqInvitation> RfqInvitations => Set<RfqInvitation>();

    public DbSet<RfqKey> RfqKeys => Set<RfqKey>();

    public DbSet<SealedQuote> SealedQuotes => Set<SealedQuote>();

    public DbSet<OpenedQuote> OpenedQuotes => Set<OpenedQuote>();

    public DbSet<AwardedLine> RfqAwards => Set<AwardedLine>();

    public DbSet<RfqOrder> RfqOrders => Set<RfqOrder>();
}
