using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZhongFu.Procurement.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "procurement");

            migrationBuilder.CreateTable(
                name: "Audit",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    ActorKey = table.Column<string>(maxLength: 64, nullable: false),
                    ActorName = table.Column<string>(maxLength: 100, nullable: false),
                    Action = table.Column<string>(maxLength: 100, nullable: false),
                    Subject = table.Column<string>(maxLength: 100, nullable: false),
                    Before = table.Column<string>(nullable: true),
                    After = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BudgetEntries",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    BudgetId = table.Column<Guid>(nullable: false),
                    Move = table.Column<string>(maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Step = table.Column<string>(maxLength: 40, nullable: false),
                    Paper = table.Column<string>(maxLength: 30, nullable: false),
                    Actor = table.Column<string>(maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Budgets",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    BuyerId = table.Column<Guid>(nullable: false),
                    Year = table.Column<int>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    ReservedFen = table.Column<long>(nullable: false),
                    CommittedFen = table.Column<long>(nullable: false),
                    ConsumedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Budgets", x => x.Id);
                    table.CheckConstraint("CK_Budgets_NotNegative", "\"ReservedFen\" >= 0 AND \"CommittedFen\" >= 0 AND \"ConsumedFen\" >= 0");
                    table.CheckConstraint("CK_Budgets_NotOverspent", "\"AmountFen\" >= \"ReservedFen\" + \"CommittedFen\" + \"ConsumedFen\"");
                });

            migrationBuilder.CreateTable(
                name: "CountedLines",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Channel = table.Column<string>(maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Paper = table.Column<string>(maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(nullable: true),
                    Year = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Counts = table.Column<bool>(nullable: false),
                    RuleCode = table.Column<string>(maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    CommittedFen = table.Column<long>(nullable: false),
                    AcceptedFen = table.Column<long>(nullable: false),
                    PaidFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedLines", x => x.Id);
                    table.CheckConstraint("CK_CountedLines_NotNegative", "\"CommittedFen\" >= 0 AND \"PaidFen\" <= \"AcceptedFen\"");
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    Code = table.Column<string>(maxLength: 12, nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    OrderNumber = table.Column<string>(maxLength: 30, nullable: false),
                    BuyerId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    DueOn = table.Column<DateOnly>(nullable: false),
                    Vehicle = table.Column<string>(maxLength: 20, nullable: true),
                    Driver = table.Column<string>(maxLength: 40, nullable: true),
                    ShippedAt = table.Column<DateTime>(nullable: false),
                    ShippedBy = table.Column<string>(maxLength: 100, nullable: false),
                    ReceivedAt = table.Column<DateTime>(nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deputies",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    OrganisationId = table.Column<Guid>(nullable: false),
                    PrincipalId = table.Column<Guid>(nullable: false),
                    PrincipalName = table.Column<string>(maxLength: 64, nullable: false),
                    DeputyId = table.Column<Guid>(nullable: false),
                    DeputyName = table.Column<string>(maxLength: 64, nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    Until = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deputies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                schema: "procurement",
                columns: table => new
                {
                    Actor = table.Column<string>(maxLength: 64, nullable: false),
                    Operation = table.Column<string>(maxLength: 80, nullable: false),
                    Key = table.Column<string>(maxLength: 100, nullable: false),
                    BodyHash = table.Column<string>(maxLength: 64, nullable: false),
                    Answer = table.Column<string>(nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyKeys", x => new { x.Actor, x.Operation, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                schema: "procurement",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(nullable: false),
                    Consumer = table.Column<string>(maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => new { x.MessageId, x.Consumer });
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                schema: "procurement",
                columns: table => new
                {
                    Number = table.Column<string>(maxLength: 20, nullable: false),
                    StatementId = table.Column<Guid>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    IssuedOn = table.Column<DateOnly>(nullable: false),
                    EnteredBy = table.Column<string>(maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Number);
                    table.CheckConstraint("CK_Invoices_Amount", "\"AmountFen\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "JobLeases",
                schema: "procurement",
                columns: table => new
                {
                    Job = table.Column<string>(maxLength: 120, nullable: false),
                    Until = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobLeases", x => x.Job);
                });

            migrationBuilder.CreateTable(
                name: "OpenedQuotes",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    Revision = table.Column<int>(nullable: false),
                    IsSound = table.Column<bool>(nullable: false),
                    Counts = table.Column<bool>(nullable: false),
                    ValidUntil = table.Column<DateOnly>(nullable: true),
                    Note = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedQuotes", x => new { x.RfqId, x.SupplierId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "OpenReceipts",
                schema: "procurement",
                columns: table => new
                {
                    DeliveryId = table.Column<Guid>(nullable: false),
                    ReceiptId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenReceipts", x => x.DeliveryId);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    CanteenMode = table.Column<string>(maxLength: 40, nullable: false),
                    Name = table.Column<string>(maxLength: 80, nullable: false),
                    ParentId = table.Column<Guid>(nullable: true),
                    Path = table.Column<string>(maxLength: 165, nullable: false),
                    CreditCode = table.Column<string>(maxLength: 18, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    StateNote = table.Column<string>(maxLength: 200, nullable: true),
                    Contact = table.Column<string>(maxLength: 40, nullable: false),
                    Phone = table.Column<string>(maxLength: 20, nullable: false),
                    AppliedAt = table.Column<DateTime>(nullable: false),
                    AppliedBy = table.Column<Guid>(nullable: true),
                    AppliedByName = table.Column<string>(maxLength: 64, nullable: false),
                    EndorsedBy = table.Column<Guid>(nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Type = table.Column<string>(maxLength: 200, nullable: false),
                    Body = table.Column<string>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    DueAt = table.Column<DateTime>(nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    Problem = table.Column<string>(maxLength: 1000, nullable: true),
                    ParkedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PaperSerials",
                schema: "procurement",
                columns: table => new
                {
                    Kind = table.Column<string>(maxLength: 4, nullable: false),
                    Day = table.Column<string>(maxLength: 8, nullable: false),
                    Last = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperSerials", x => new { x.Kind, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "PurchaseOrders",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    SubmissionId = table.Column<Guid>(nullable: false),
                    BuyerId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    BudgetYear = table.Column<int>(nullable: false),
                    To_Name = table.Column<string>(maxLength: 80, nullable: false),
                    To_Address = table.Column<string>(maxLength: 200, nullable: false),
                    To_Contact = table.Column<string>(maxLength: 40, nullable: false),
                    To_Phone = table.Column<string>(maxLength: 20, nullable: false),
                    To_Window = table.Column<string>(maxLength: 20, nullable: false),
                    WantedOn = table.Column<DateOnly>(nullable: false),
                    Note = table.Column<string>(maxLength: 200, nullable: true),
                    GoodsFen = table.Column<long>(nullable: false),
                    FreightFen = table.Column<long>(nullable: false),
                    TotalFen = table.Column<long>(nullable: false),
                    IsFreightSettled = table.Column<bool>(nullable: false),
                    ApprovalsNeeded = table.Column<int>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    RequestedBy = table.Column<Guid>(nullable: false),
                    RequestedByName = table.Column<string>(maxLength: 100, nullable: false),
                    SubmittedAt = table.Column<DateTime>(nullable: false),
                    ApprovedAt = table.Column<DateTime>(nullable: true),
                    ConfirmedAt = table.Column<DateTime>(nullable: true),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    EndNote = table.Column<string>(maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseOrders", x => x.Id);
                    table.CheckConstraint("CK_PurchaseOrders_Total", "\"TotalFen\" = \"GoodsFen\" + \"FreightFen\"");
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    DeliveryId = table.Column<Guid>(nullable: false),
                    DeliveryNumber = table.Column<string>(maxLength: 30, nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    OrderNumber = table.Column<string>(maxLength: 30, nullable: false),
                    BuyerId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    TemperatureTenths = table.Column<int>(nullable: true),
                    Note = table.Column<string>(maxLength: 200, nullable: true),
                    GoodsFen = table.Column<long>(nullable: false),
                    FreightFen = table.Column<long>(nullable: false),
                    RecordedBy = table.Column<Guid>(nullable: false),
                    RecordedByName = table.Column<string>(maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    CheckedBy = table.Column<Guid>(nullable: true),
                    CheckedByName = table.Column<string>(maxLength: 100, nullable: true),
                    CheckedAt = table.Column<DateTime>(nullable: true),
                    CheckNote = table.Column<string>(maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredCodes",
                schema: "procurement",
                columns: table => new
                {
                    CreditCode = table.Column<string>(maxLength: 18, nullable: false),
                    OrganisationId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredCodes", x => x.CreditCode);
                });

            migrationBuilder.CreateTable(
                name: "RfqAwards",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    Revision = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: true),
                    Quantity = table.Column<long>(nullable: false),
                    UnitPriceFen = table.Column<long>(nullable: false),
                    LowestFen = table.Column<long>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RfqAwards", x => new { x.RfqId, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "RfqOrders",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    OrderNumber = table.Column<string>(maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RfqOrders", x => new { x.RfqId, x.SupplierId });
                });

            migrationBuilder.CreateTable(
                name: "Rfqs",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    BuyerId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Title = table.Column<string>(maxLength: 80, nullable: false),
                    Place = table.Column<string>(maxLength: 200, nullable: false),
                    Note = table.Column<string>(maxLength: 500, nullable: true),
                    Deadline = table.Column<DateTime>(nullable: false),
                    Entries = table.Column<long>(nullable: false),
                    RequestedBy = table.Column<Guid>(nullable: false),
                    RequestedByName = table.Column<string>(maxLength: 100, nullable: false),
                    WrittenAt = table.Column<DateTime>(nullable: false),
                    PublishedAt = table.Column<DateTime>(nullable: true),
                    OpenedAt = table.Column<DateTime>(nullable: true),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    EndNote = table.Column<string>(maxLength: 200, nullable: true),
                    AwardedBy = table.Column<Guid>(nullable: true),
                    AwardedByName = table.Column<string>(maxLength: 100, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rfqs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealedQuotes",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    Revision = table.Column<int>(nullable: false),
                    Envelope = table.Column<byte[]>(maxLength: 8411, nullable: false),
                    Receipt = table.Column<string>(maxLength: 64, nullable: false),
                    Stamp = table.Column<string>(maxLength: 64, nullable: false),
                    IsWithdrawal = table.Column<bool>(nullable: false),
                    SentBy = table.Column<string>(maxLength: 100, nullable: false),
                    ReceivedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedQuotes", x => new { x.RfqId, x.SupplierId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "StatementPayments",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    StatementId = table.Column<Guid>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Reference = table.Column<string>(maxLength: 64, nullable: false),
                    PaidOn = table.Column<DateOnly>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    ProposedBy = table.Column<Guid>(nullable: false),
                    ProposedByName = table.Column<string>(maxLength: 100, nullable: false),
                    ProposedAt = table.Column<DateTime>(nullable: false),
                    DecidedByName = table.Column<string>(maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementPayments", x => x.Id);
                    table.CheckConstraint("CK_StatementPayments_Amount", "\"AmountFen\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "Statements",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    BuyerId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    Month = table.Column<string>(maxLength: 7, nullable: false),
                    TotalFen = table.Column<long>(nullable: false),
                    AgreedFen = table.Column<long>(nullable: false),
                    DisputedFen = table.Column<long>(nullable: false),
                    ProposedFen = table.Column<long>(nullable: false),
                    PaidFen = table.Column<long>(nullable: false),
                    InvoicedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Id);
                    table.CheckConstraint("CK_Statements_Paid", "\"PaidFen\" >= 0 AND \"ProposedFen\" >= 0 AND \"DisputedFen\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "DeliveryLines",
                schema: "procurement",
                columns: table => new
                {
                    DeliveryId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: true),
                    Certificate = table.Column<string>(maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryLines", x => new { x.DeliveryId, x.Line });
                    table.ForeignKey(
                        name: "FK_DeliveryLines_Deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalSchema: "procurement",
                        principalTable: "Deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpenedQuoteLines",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false),
                    Revision = table.Column<int>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    UnitPriceFen = table.Column<long>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedQuoteLines", x => new { x.RfqId, x.SupplierId, x.Revision, x.Line });
                    table.ForeignKey(
                        name: "FK_OpenedQuoteLines_OpenedQuotes_RfqId_SupplierId_Revision",
                        columns: x => new { x.RfqId, x.SupplierId, x.Revision },
                        principalSchema: "procurement",
                        principalTable: "OpenedQuotes",
                        principalColumns: new[] { "RfqId", "SupplierId", "Revision" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                schema: "procurement",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(nullable: false),
                    AccountId = table.Column<Guid>(nullable: false),
                    Role = table.Column<string>(maxLength: 40, nullable: false),
                    UserName = table.Column<string>(maxLength: 64, nullable: false),
                    Since = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.OrganisationId, x.AccountId, x.Role });
                    table.ForeignKey(
                        name: "FK_Memberships_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalSchema: "procurement",
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Placements",
                schema: "procurement",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(nullable: false),
                    Serial = table.Column<int>(nullable: false),
                    Name = table.Column<string>(maxLength: 80, nullable: false),
                    ParentId = table.Column<Guid>(nullable: true),
                    Path = table.Column<string>(maxLength: 165, nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    Until = table.Column<DateOnly>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Placements", x => new { x.OrganisationId, x.Serial });
                    table.ForeignKey(
                        name: "FK_Placements_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalSchema: "procurement",
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseApprovals",
                schema: "procurement",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(nullable: false),
                    Step = table.Column<int>(nullable: false),
                    ApproverId = table.Column<Guid>(nullable: false),
                    Approver = table.Column<string>(maxLength: 100, nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    Note = table.Column<string>(maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseApprovals", x => new { x.OrderId, x.Step });
                    table.ForeignKey(
                        name: "FK_PurchaseApprovals_PurchaseOrders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "procurement",
                        principalTable: "PurchaseOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseLines",
                schema: "procurement",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    ProductName = table.Column<string>(maxLength: 80, nullable: false),
                    SkuName = table.Column<string>(maxLength: 60, nullable: false),
                    Unit = table.Column<string>(maxLength: 10, nullable: false),
                    CountyCode = table.Column<string>(maxLength: 6, nullable: false),
                    County = table.Column<string>(maxLength: 40, nullable: false),
                    TownshipCode = table.Column<string>(maxLength: 9, nullable: false),
                    NetWeightGrams = table.Column<long>(nullable: false),
                    TaxRateBp = table.Column<int>(nullable: false),
                    UnitPriceFen = table.Column<long>(nullable: false),
                    Basis = table.Column<string>(maxLength: 40, nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    ShippedQuantity = table.Column<long>(nullable: false),
                    AcceptedQuantity = table.Column<long>(nullable: false),
                    RejectedQuantity = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseLines", x => new { x.OrderId, x.Line });
                    table.CheckConstraint("CK_PurchaseLines_Progress", "\"ShippedQuantity\" <= \"Quantity\" AND \"AcceptedQuantity\" >= 0 AND \"RejectedQuantity\" >= 0 AND \"AcceptedQuantity\" + \"RejectedQuantity\" <= \"ShippedQuantity\"");
                    table.ForeignKey(
                        name: "FK_PurchaseLines_PurchaseOrders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "procurement",
                        principalTable: "PurchaseOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReceiptLines",
                schema: "procurement",
                columns: table => new
                {
                    ReceiptId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 150, nullable: false),
                    Accepted = table.Column<long>(nullable: false),
                    Rejected = table.Column<long>(nullable: false),
                    Grams = table.Column<long>(nullable: true),
                    UnitPriceFen = table.Column<long>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: true),
                    Consent = table.Column<string>(maxLength: 200, nullable: true),
                    Batch = table.Column<string>(maxLength: 40, nullable: true),
                    Certificate = table.Column<string>(maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptLines", x => new { x.ReceiptId, x.Line });
                    table.CheckConstraint("CK_ReceiptLines_NotNegative", "\"Accepted\" >= 0 AND \"Rejected\" >= 0 AND \"AmountFen\" >= 0");
                    table.ForeignKey(
                        name: "FK_ReceiptLines_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalSchema: "procurement",
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RfqInvitations",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    SupplierId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RfqInvitations", x => new { x.RfqId, x.SupplierId });
                    table.ForeignKey(
                        name: "FK_RfqInvitations_Rfqs_RfqId",
                        column: x => x.RfqId,
                        principalSchema: "procurement",
                        principalTable: "Rfqs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RfqKeys",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    ShareId = table.Column<Guid>(nullable: false),
                    PublicKey = table.Column<byte[]>(maxLength: 200, nullable: false),
                    PrivateKey = table.Column<byte[]>(maxLength: 600, nullable: false),
                    StampKey = table.Column<byte[]>(maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RfqKeys", x => x.RfqId);
                    table.ForeignKey(
                        name: "FK_RfqKeys_Rfqs_RfqId",
                        column: x => x.RfqId,
                        principalSchema: "procurement",
                        principalTable: "Rfqs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RfqLines",
                schema: "procurement",
                columns: table => new
                {
                    RfqId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: true),
                    Code = table.Column<string>(maxLength: 20, nullable: true),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    County = table.Column<string>(maxLength: 40, nullable: true),
                    Quantity = table.Column<long>(nullable: false),
                    Unit = table.Column<string>(maxLength: 10, nullable: false),
                    WantedOn = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RfqLines", x => new { x.RfqId, x.Line });
                    table.ForeignKey(
                        name: "FK_RfqLines_Rfqs_RfqId",
                        column: x => x.RfqId,
                        principalSchema: "procurement",
                        principalTable: "Rfqs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatementLines",
                schema: "procurement",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    StatementId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Paper = table.Column<string>(maxLength: 30, nullable: false),
                    Name = table.Column<string>(maxLength: 150, nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    AcceptedOn = table.Column<DateOnly>(nullable: false),
                    DueOn = table.Column<DateOnly>(nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    BudgetYear = table.Column<int>(nullable: false),
                    Standing = table.Column<string>(maxLength: 40, nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: true),
                    Answer = table.Column<string>(maxLength: 200, nullable: true),
                    DecidedBy = table.Column<string>(maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(nullable: true),
                    PaidFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementLines_Statements_StatementId",
                        column: x => x.StatementId,
                        principalSchema: "procurement",
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                schema: "procurement",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_At",
                schema: "procurement",
                table: "Audit",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEntries_BudgetId_At",
                schema: "procurement",
                table: "BudgetEntries",
                columns: new[] { "BudgetId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetEntries_SubjectId_Move_Step",
                schema: "procurement",
                table: "BudgetEntries",
                columns: new[] { "SubjectId", "Move", "Step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Budgets_BuyerId_Year",
                schema: "procurement",
                table: "Budgets",
                columns: new[] { "BuyerId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CountedLines_Channel_SubjectId_Line",
                schema: "procurement",
                table: "CountedLines",
                columns: new[] { "Channel", "SubjectId", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CountedLines_OrganisationId_Year",
                schema: "procurement",
                table: "CountedLines",
                columns: new[] { "OrganisationId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_BuyerId_ReceivedAt",
                schema: "procurement",
                table: "Deliveries",
                columns: new[] { "BuyerId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Code",
                schema: "procurement",
                table: "Deliveries",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Number",
                schema: "procurement",
                table: "Deliveries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_OrderId",
                schema: "procurement",
                table: "Deliveries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_DeputyId",
                schema: "procurement",
                table: "Deputies",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputies_OrganisationId_PrincipalId",
                schema: "procurement",
                table: "Deputies",
                columns: new[] { "OrganisationId", "PrincipalId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                schema: "procurement",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                schema: "procurement",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_StatementId",
                schema: "procurement",
                table: "Invoices",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AccountId",
                schema: "procurement",
                table: "Memberships",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Code",
                schema: "procurement",
                table: "Organisations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_ParentId",
                schema: "procurement",
                table: "Organisations",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Path",
                schema: "procurement",
                table: "Organisations",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ParkedAt_DueAt",
                schema: "procurement",
                table: "Outbox",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseApprovals_OrderId_ApproverId",
                schema: "procurement",
                table: "PurchaseApprovals",
                columns: new[] { "OrderId", "ApproverId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrders_BuyerId_State_Id",
                schema: "procurement",
                table: "PurchaseOrders",
                columns: new[] { "BuyerId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrders_Number",
                schema: "procurement",
                table: "PurchaseOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrders_SubmissionId",
                schema: "procurement",
                table: "PurchaseOrders",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_PurchaseOrders_SupplierId_State_Id",
                schema: "procurement",
                table: "PurchaseOrders",
                columns: new[] { "SupplierId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_BuyerId_State",
                schema: "procurement",
                table: "Receipts",
                columns: new[] { "BuyerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_DeliveryId",
                schema: "procurement",
                table: "Receipts",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Number",
                schema: "procurement",
                table: "Receipts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_OrderId",
                schema: "procurement",
                table: "Receipts",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredCodes_OrganisationId",
                schema: "procurement",
                table: "RegisteredCodes",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_RfqInvitations_SupplierId_RfqId",
                schema: "procurement",
                table: "RfqInvitations",
                columns: new[] { "SupplierId", "RfqId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rfqs_BuyerId_State_Id",
                schema: "procurement",
                table: "Rfqs",
                columns: new[] { "BuyerId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Rfqs_Number",
                schema: "procurement",
                table: "Rfqs",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rfqs_State_Deadline",
                schema: "procurement",
                table: "Rfqs",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_StatementId_AcceptedOn",
                schema: "procurement",
                table: "StatementLines",
                columns: new[] { "StatementId", "AcceptedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_SubjectId_Kind_Line",
                schema: "procurement",
                table: "StatementLines",
                columns: new[] { "SubjectId", "Kind", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementPayments_Reference",
                schema: "procurement",
                table: "StatementPayments",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementPayments_StatementId",
                schema: "procurement",
                table: "StatementPayments",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_Statements_BuyerId_SupplierId_Month",
                schema: "procurement",
                table: "Statements",
                columns: new[] { "BuyerId", "SupplierId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_Number",
                schema: "procurement",
                table: "Statements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_SupplierId_Month",
                schema: "procurement",
                table: "Statements",
                columns: new[] { "SupplierId", "Month" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "BudgetEntries",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Budgets",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "CountedLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "DeliveryLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Deputies",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Inbox",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Invoices",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "JobLeases",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Memberships",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "OpenedQuoteLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "OpenReceipts",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "PaperSerials",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Placements",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "PurchaseApprovals",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "PurchaseLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "ReceiptLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RegisteredCodes",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RfqAwards",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RfqInvitations",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RfqKeys",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RfqLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RfqOrders",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "SealedQuotes",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "StatementLines",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "StatementPayments",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Deliveries",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "OpenedQuotes",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Organisations",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "PurchaseOrders",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Receipts",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Rfqs",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Statements",
                schema: "procurement");
        }
    }
}
