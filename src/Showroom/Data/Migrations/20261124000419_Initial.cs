using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZhongFu.Showroom.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "showroom");

            migrationBuilder.CreateTable(
                name: "AccountBuyers",
                schema: "showroom",
                columns: table => new
                {
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    Name = table.Column<string>(maxLength: 100, nullable: false),
                    LimitFen = table.Column<long>(nullable: false),
                    OwedFen = table.Column<long>(nullable: false),
                    IsOpen = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountBuyers", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Approvals",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Deed = table.Column<string>(maxLength: 40, nullable: false),
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    ByKey = table.Column<string>(maxLength: 64, nullable: false),
                    By = table.Column<string>(maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    UsedFor = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                schema: "showroom",
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
                name: "BatchBalances",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: false),
                    OnHand = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchBalances", x => new { x.SkuId, x.LocationId, x.Batch });
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 40, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(nullable: true),
                    ReceivedAt = table.Column<DateTime>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => new { x.SkuId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "CabinetBatches",
                schema: "showroom",
                columns: table => new
                {
                    CabinetId = table.Column<Guid>(nullable: false),
                    Number = table.Column<long>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    KeyId = table.Column<Guid>(nullable: false),
                    SentAt = table.Column<DateTime>(nullable: false),
                    ReceivedAt = table.Column<DateTime>(nullable: false),
                    Sales = table.Column<int>(nullable: false),
                    KnownSales = table.Column<int>(nullable: false),
                    Unreadable = table.Column<int>(nullable: false),
                    Signals = table.Column<int>(nullable: false),
                    Tasks = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CabinetBatches", x => new { x.CabinetId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "CabinetCorrections",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SaleId = table.Column<Guid>(nullable: false),
                    CabinetId = table.Column<Guid>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    BackInSlot = table.Column<bool>(nullable: false),
                    RefundFen = table.Column<long>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: false),
                    By = table.Column<string>(maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CabinetCorrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Cabinets",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    MinTenths = table.Column<int>(nullable: false),
                    MaxTenths = table.Column<int>(nullable: false),
                    WatchedSince = table.Column<DateTime>(nullable: true),
                    LastHeardAt = table.Column<DateTime>(nullable: true),
                    LastBatch = table.Column<long>(nullable: false),
                    Tenths = table.Column<int>(nullable: true),
                    TemperatureAt = table.Column<DateTime>(nullable: true),
                    IsDoorOpen = table.Column<bool>(nullable: false),
                    DoorAt = table.Column<DateTime>(nullable: true),
                    FaultCode = table.Column<string>(maxLength: 40, nullable: true),
                    FaultAt = table.Column<DateTime>(nullable: true),
                    SilentSince = table.Column<DateTime>(nullable: true),
                    WarmSince = table.Column<DateTime>(nullable: true),
                    PlanVersion = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cabinets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CabinetSales",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CabinetId = table.Column<Guid>(nullable: false),
                    Number = table.Column<long>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    BatchNumber = table.Column<long>(nullable: false),
                    Slot = table.Column<string>(maxLength: 10, nullable: true),
                    SoldAt = table.Column<DateTime>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: true),
                    Code = table.Column<string>(maxLength: 40, nullable: false),
                    Name = table.Column<string>(maxLength: 310, nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    PriceFen = table.Column<long>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Payment = table.Column<string>(maxLength: 80, nullable: true),
                    CorrectedQuantity = table.Column<long>(nullable: false),
                    CorrectedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CabinetSales", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CabinetSignals",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CabinetId = table.Column<Guid>(nullable: false),
                    BatchNumber = table.Column<long>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    Tenths = table.Column<int>(nullable: true),
                    Code = table.Column<string>(maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CabinetSignals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CabinetTasks",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CabinetId = table.Column<Guid>(nullable: false),
                    SaleId = table.Column<Guid>(nullable: true),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    SkuId = table.Column<Guid>(nullable: true),
                    Expected = table.Column<long>(nullable: false),
                    Actual = table.Column<long>(nullable: false),
                    Detail = table.Column<string>(maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    ResolvedAt = table.Column<DateTime>(nullable: true),
                    ResolvedBy = table.Column<string>(maxLength: 100, nullable: true),
                    Note = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CabinetTasks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeviceKeys",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CabinetId = table.Column<Guid>(nullable: false),
                    Hash = table.Column<string>(maxLength: 64, nullable: false),
                    Hint = table.Column<string>(maxLength: 8, nullable: false),
                    IssuedAt = table.Column<DateTime>(nullable: false),
                    IssuedBy = table.Column<string>(maxLength: 100, nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: true),
                    RevokedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeviceKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DrawerEntries",
                schema: "showroom",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    ShiftId = table.Column<Guid>(nullable: false),
                    Deed = table.Column<string>(maxLength: 40, nullable: false),
                    Tender = table.Column<string>(maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    DiscountFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawerEntries", x => new { x.SubjectId, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "GoodsReceipts",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    ActorKey = table.Column<string>(maxLength: 64, nullable: false),
                    ActorName = table.Column<string>(maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodsReceipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                schema: "showroom",
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
                schema: "showroom",
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
                name: "JobLeases",
                schema: "showroom",
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
                name: "Locations",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Name = table.Column<string>(maxLength: 100, nullable: false),
                    NameEn = table.Column<string>(maxLength: 100, nullable: false),
                    ParentCode = table.Column<string>(maxLength: 20, nullable: true),
                    SubdistrictCode = table.Column<string>(maxLength: 12, nullable: true),
                    Subdistrict = table.Column<string>(maxLength: 60, nullable: true),
                    CommunityCode = table.Column<string>(maxLength: 12, nullable: true),
                    Address = table.Column<string>(maxLength: 200, nullable: true),
                    Hours = table.Column<string>(maxLength: 100, nullable: true),
                    OnlinePriority = table.Column<int>(nullable: true),
                    IsOpen = table.Column<bool>(nullable: false),
                    TillCount = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Locations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MarkdownLadder",
                schema: "showroom",
                columns: table => new
                {
                    MinLifeDays = table.Column<int>(nullable: false),
                    DaysLeft = table.Column<int>(nullable: false),
                    PercentOff = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarkdownLadder", x => new { x.MinLifeDays, x.DaysLeft });
                });

            migrationBuilder.CreateTable(
                name: "Markdowns",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: false),
                    PercentOff = table.Column<int>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    ActorName = table.Column<string>(maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Markdowns", x => new { x.SkuId, x.Batch });
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                schema: "showroom",
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
                name: "PlanSlots",
                schema: "showroom",
                columns: table => new
                {
                    CabinetId = table.Column<Guid>(nullable: false),
                    Slot = table.Column<string>(maxLength: 10, nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Capacity = table.Column<int>(nullable: false),
                    Par = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanSlots", x => new { x.CabinetId, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "Recalls",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    BatchCode = table.Column<string>(maxLength: 40, nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: false),
                    StartedBy = table.Column<string>(maxLength: 100, nullable: false),
                    LiftedAt = table.Column<DateTime>(nullable: true),
                    LiftedBy = table.Column<string>(maxLength: 100, nullable: true),
                    LiftReason = table.Column<string>(maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReplenishmentProposals",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    FromId = table.Column<Guid>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    Wanted = table.Column<long>(nullable: false),
                    Sold = table.Column<long>(nullable: false),
                    LeadDays = table.Column<int>(nullable: false),
                    CoverDays = table.Column<int>(nullable: false),
                    Minimum = table.Column<long>(nullable: false),
                    OnHand = table.Column<long>(nullable: false),
                    Reserved = table.Column<long>(nullable: false),
                    WillExpire = table.Column<long>(nullable: false),
                    Incoming = table.Column<long>(nullable: false),
                    Target = table.Column<long>(nullable: false),
                    SourceFree = table.Column<long>(nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplenishmentProposals", x => new { x.LocationId, x.SkuId });
                });

            migrationBuilder.CreateTable(
                name: "Reservations",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    PreferredLocationId = table.Column<Guid>(nullable: true),
                    Until = table.Column<DateTime>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    Reason = table.Column<string>(maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SaleReturns",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 40, nullable: false),
                    SaleId = table.Column<Guid>(nullable: true),
                    IsVoid = table.Column<bool>(nullable: false),
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    ShiftId = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: false),
                    Cashier = table.Column<string>(maxLength: 100, nullable: false),
                    ApprovedBy = table.Column<string>(maxLength: 100, nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    TotalFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaleReturns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sales",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 40, nullable: false),
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    LocalNumber = table.Column<long>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    ShiftId = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    CashierKey = table.Column<string>(maxLength: 64, nullable: false),
                    Cashier = table.Column<string>(maxLength: 100, nullable: false),
                    SoldAt = table.Column<DateTime>(nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    DiscountFen = table.Column<long>(nullable: false),
                    ApprovedBy = table.Column<string>(maxLength: 100, nullable: true),
                    MemberKey = table.Column<string>(maxLength: 64, nullable: true),
                    MemberPhone = table.Column<string>(maxLength: 20, nullable: true),
                    SubCentreId = table.Column<Guid>(nullable: true),
                    AccountCode = table.Column<string>(maxLength: 20, nullable: true),
                    Offline = table.Column<bool>(nullable: false),
                    Token = table.Column<string>(maxLength: 64, nullable: false),
                    Reprints = table.Column<int>(nullable: false),
                    IsVoid = table.Column<bool>(nullable: false),
                    ReturnCount = table.Column<int>(nullable: false),
                    TotalFen = table.Column<long>(nullable: false),
                    ChangeFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sales", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScanPayments",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    CashierKey = table.Column<string>(maxLength: 64, nullable: false),
                    Cashier = table.Column<string>(maxLength: 100, nullable: false),
                    Label = table.Column<string>(maxLength: 20, nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    PayUrl = table.Column<string>(maxLength: 300, nullable: true),
                    IsUnknown = table.Column<bool>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    EndsAt = table.Column<DateTime>(nullable: false),
                    PaidAt = table.Column<DateTime>(nullable: true),
                    HeardAt = table.Column<DateTime>(nullable: true),
                    SaleId = table.Column<Guid>(nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanPayments", x => x.Id);
                    table.CheckConstraint("CK_ScanPayments_Amount", "\"AmountFen\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "ShelfItems",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 40, nullable: false),
                    Barcode = table.Column<string>(maxLength: 20, nullable: false),
                    ProductName = table.Column<string>(maxLength: 200, nullable: false),
                    SkuName = table.Column<string>(maxLength: 100, nullable: false),
                    ProductNumber = table.Column<int>(nullable: false),
                    CountyCode = table.Column<string>(maxLength: 12, nullable: false),
                    County = table.Column<string>(maxLength: 60, nullable: false),
                    CooperativeId = table.Column<Guid>(nullable: false),
                    Cooperative = table.Column<string>(maxLength: 200, nullable: false),
                    PriceFen = table.Column<long>(nullable: false),
                    NetWeightGrams = table.Column<long>(nullable: false),
                    Sound = table.Column<string>(maxLength: 600, nullable: false),
                    IsOnSale = table.Column<bool>(nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShelfItems", x => x.SkuId);
                });

            migrationBuilder.CreateTable(
                name: "Shifts",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    Terminal = table.Column<int>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    LateOfId = table.Column<Guid>(nullable: true),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    CashierKey = table.Column<string>(maxLength: 64, nullable: false),
                    Cashier = table.Column<string>(maxLength: 100, nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: false),
                    FloatFen = table.Column<long>(nullable: false),
                    CountedFen = table.Column<long>(nullable: true),
                    ExpectedFen = table.Column<long>(nullable: true),
                    UnsentSales = table.Column<int>(nullable: false),
                    UnsentApprovedBy = table.Column<string>(maxLength: 100, nullable: true),
                    ClosedAt = table.Column<DateTime>(nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shifts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffPins",
                schema: "showroom",
                columns: table => new
                {
                    Name = table.Column<string>(maxLength: 100, nullable: false),
                    ActorKey = table.Column<string>(maxLength: 64, nullable: false),
                    Salt = table.Column<string>(maxLength: 64, nullable: false),
                    Hash = table.Column<string>(maxLength: 64, nullable: false),
                    MayApprove = table.Column<bool>(nullable: false),
                    Failures = table.Column<int>(nullable: false),
                    LockedUntil = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPins", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "StockBalances",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    OnHand = table.Column<long>(nullable: false),
                    Reserved = table.Column<long>(nullable: false),
                    Safety = table.Column<long>(nullable: false),
                    Blocked = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockBalances", x => new { x.SkuId, x.LocationId });
                });

            migrationBuilder.CreateTable(
                name: "StockMovements",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 160, nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: true),
                    FromId = table.Column<Guid>(nullable: false),
                    ToId = table.Column<Guid>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    Cause = table.Column<string>(maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    ActorKey = table.Column<string>(maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockMovements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Stocktakes",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: false),
                    StartedBy = table.Column<string>(maxLength: 100, nullable: false),
                    SubmittedAt = table.Column<DateTime>(nullable: true),
                    SubmittedBy = table.Column<string>(maxLength: 100, nullable: true),
                    SubmittedByKey = table.Column<string>(maxLength: 64, nullable: true),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    EndedBy = table.Column<string>(maxLength: 100, nullable: true),
                    Note = table.Column<string>(maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stocktakes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StockVersions",
                schema: "showroom",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    Version = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockVersions", x => x.SkuId);
                });

            migrationBuilder.CreateTable(
                name: "TillDays",
                schema: "showroom",
                columns: table => new
                {
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    Last = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TillDays", x => new { x.DeviceId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "Tills",
                schema: "showroom",
                columns: table => new
                {
                    DeviceId = table.Column<string>(maxLength: 64, nullable: false),
                    Terminal = table.Column<int>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    OpenShiftId = table.Column<Guid>(nullable: true),
                    LastZ = table.Column<int>(nullable: false),
                    FirstSeenAt = table.Column<DateTime>(nullable: false),
                    LastSeenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tills", x => x.DeviceId);
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    FromId = table.Column<Guid>(nullable: false),
                    ToId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Note = table.Column<string>(maxLength: 200, nullable: true),
                    RequestedAt = table.Column<DateTime>(nullable: false),
                    RequestedBy = table.Column<string>(maxLength: 100, nullable: false),
                    DispatchedAt = table.Column<DateTime>(nullable: true),
                    DispatchedBy = table.Column<string>(maxLength: 100, nullable: true),
                    ReceivedAt = table.Column<DateTime>(nullable: true),
                    ReceivedBy = table.Column<string>(maxLength: 100, nullable: true),
                    ReceivedByKey = table.Column<string>(maxLength: 64, nullable: true),
                    CancelledAt = table.Column<DateTime>(nullable: true),
                    CancelledBy = table.Column<string>(maxLength: 100, nullable: true),
                    CancelReason = table.Column<string>(maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsedVouchers",
                schema: "showroom",
                columns: table => new
                {
                    Code = table.Column<string>(maxLength: 80, nullable: false),
                    SaleId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedVouchers", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "WriteOffs",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 30, nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    Cause = table.Column<string>(maxLength: 40, nullable: false),
                    Party = table.Column<string>(maxLength: 40, nullable: false),
                    Note = table.Column<string>(maxLength: 200, nullable: false),
                    ValueFen = table.Column<long>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(nullable: false),
                    RecordedBy = table.Column<string>(maxLength: 100, nullable: false),
                    RecordedByKey = table.Column<string>(maxLength: 64, nullable: false),
                    DecidedAt = table.Column<DateTime>(nullable: true),
                    DecidedBy = table.Column<string>(maxLength: 100, nullable: true),
                    DecisionNote = table.Column<string>(maxLength: 200, nullable: true),
                    BookedOn = table.Column<DateOnly>(nullable: true),
                    TransferNumber = table.Column<string>(maxLength: 30, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WriteOffs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ZReports",
                schema: "showroom",
                columns: table => new
                {
                    Number = table.Column<string>(maxLength: 20, nullable: false),
                    ShiftId = table.Column<Guid>(nullable: false),
                    Day = table.Column<DateOnly>(nullable: false),
                    ClosedAt = table.Column<DateTime>(nullable: false),
                    ClosedBy = table.Column<string>(maxLength: 100, nullable: false),
                    TakenBy = table.Column<string>(maxLength: 100, nullable: true),
                    FloatFen = table.Column<long>(nullable: false),
                    SalesCount = table.Column<int>(nullable: false),
                    SalesFen = table.Column<long>(nullable: false),
                    DiscountFen = table.Column<long>(nullable: false),
                    ReturnsCount = table.Column<int>(nullable: false),
                    ReturnsFen = table.Column<long>(nullable: false),
                    VoidsCount = table.Column<int>(nullable: false),
                    VoidsFen = table.Column<long>(nullable: false),
                    CashInFen = table.Column<long>(nullable: false),
                    CashOutFen = table.Column<long>(nullable: false),
                    ExpectedFen = table.Column<long>(nullable: false),
                    CountedFen = table.Column<long>(nullable: false),
                    DifferenceFen = table.Column<long>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: true),
                    UnsentSales = table.Column<int>(nullable: false),
                    ApprovedBy = table.Column<string>(maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ZReports", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "GoodsReceiptLines",
                schema: "showroom",
                columns: table => new
                {
                    GoodsReceiptId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(nullable: true),
                    Quantity = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodsReceiptLines", x => new { x.GoodsReceiptId, x.Line });
                    table.ForeignKey(
                        name: "FK_GoodsReceiptLines_GoodsReceipts_GoodsReceiptId",
                        column: x => x.GoodsReceiptId,
                        principalSchema: "showroom",
                        principalTable: "GoodsReceipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReservationAllocations",
                schema: "showroom",
                columns: table => new
                {
                    ReservationId = table.Column<Guid>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    LocationId = table.Column<Guid>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    IsOpen = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReservationAllocations", x => new { x.ReservationId, x.SkuId, x.LocationId });
                    table.ForeignKey(
                        name: "FK_ReservationAllocations_Reservations_ReservationId",
                        column: x => x.ReservationId,
                        principalSchema: "showroom",
                        principalTable: "Reservations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReturnLines",
                schema: "showroom",
                columns: table => new
                {
                    ReturnId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SaleLine = table.Column<int>(nullable: true),
                    SkuId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 320, nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Fate = table.Column<string>(maxLength: 40, nullable: false),
                    IsKnown = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnLines", x => new { x.ReturnId, x.Line });
                    table.ForeignKey(
                        name: "FK_ReturnLines_SaleReturns_ReturnId",
                        column: x => x.ReturnId,
                        principalSchema: "showroom",
                        principalTable: "SaleReturns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReturnRefunds",
                schema: "showroom",
                columns: table => new
                {
                    ReturnId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    TenderLine = table.Column<int>(nullable: true),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnRefunds", x => new { x.ReturnId, x.Line });
                    table.ForeignKey(
                        name: "FK_ReturnRefunds_SaleReturns_ReturnId",
                        column: x => x.ReturnId,
                        principalSchema: "showroom",
                        principalTable: "SaleReturns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SaleLines",
                schema: "showroom",
                columns: table => new
                {
                    SaleId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 40, nullable: false),
                    Name = table.Column<string>(maxLength: 320, nullable: false),
                    County = table.Column<string>(maxLength: 60, nullable: false),
                    Cooperative = table.Column<string>(maxLength: 200, nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: true),
                    Quantity = table.Column<long>(nullable: false),
                    UnitPriceFen = table.Column<long>(nullable: false),
                    DiscountFen = table.Column<long>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Grams = table.Column<long>(nullable: true),
                    IsKnown = table.Column<bool>(nullable: false),
                    ReturnedQuantity = table.Column<long>(nullable: false),
                    ReturnedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaleLines", x => new { x.SaleId, x.Line });
                    table.ForeignKey(
                        name: "FK_SaleLines_Sales_SaleId",
                        column: x => x.SaleId,
                        principalSchema: "showroom",
                        principalTable: "Sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SaleTasks",
                schema: "showroom",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SaleId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    SkuId = table.Column<Guid>(nullable: true),
                    Expected = table.Column<long>(nullable: false),
                    Actual = table.Column<long>(nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    ResolvedAt = table.Column<DateTime>(nullable: true),
                    ResolvedBy = table.Column<string>(maxLength: 100, nullable: true),
                    Note = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaleTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SaleTasks_Sales_SaleId",
                        column: x => x.SaleId,
                        principalSchema: "showroom",
                        principalTable: "Sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tenders",
                schema: "showroom",
                columns: table => new
                {
                    SaleId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Reference = table.Column<string>(maxLength: 80, nullable: true),
                    ReturnedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tenders", x => new { x.SaleId, x.Line });
                    table.ForeignKey(
                        name: "FK_Tenders_Sales_SaleId",
                        column: x => x.SaleId,
                        principalSchema: "showroom",
                        principalTable: "Sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CashMovements",
                schema: "showroom",
                columns: table => new
                {
                    ShiftId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: false),
                    By = table.Column<string>(maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CashMovements", x => new { x.ShiftId, x.Line });
                    table.ForeignKey(
                        name: "FK_CashMovements_Shifts_ShiftId",
                        column: x => x.ShiftId,
                        principalSchema: "showroom",
                        principalTable: "Shifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StocktakeLines",
                schema: "showroom",
                columns: table => new
                {
                    StocktakeId = table.Column<Guid>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: false),
                    Snapshot = table.Column<long>(nullable: false),
                    PriceFen = table.Column<long>(nullable: false),
                    Counted = table.Column<long>(nullable: true),
                    Moved = table.Column<long>(nullable: false),
                    CountedAt = table.Column<DateTime>(nullable: true),
                    CountedBy = table.Column<string>(maxLength: 100, nullable: true),
                    CountedByKey = table.Column<string>(maxLength: 64, nullable: true),
                    FirstCounted = table.Column<long>(nullable: true),
                    FirstByKey = table.Column<string>(maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StocktakeLines", x => new { x.StocktakeId, x.SkuId, x.Batch });
                    table.ForeignKey(
                        name: "FK_StocktakeLines_Stocktakes_StocktakeId",
                        column: x => x.StocktakeId,
                        principalSchema: "showroom",
                        principalTable: "Stocktakes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TransferGoods",
                schema: "showroom",
                columns: table => new
                {
                    TransferOrderId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Sent = table.Column<long>(nullable: false),
                    Counted = table.Column<long>(nullable: true),
                    Cause = table.Column<string>(maxLength: 40, nullable: true),
                    Settled = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransferGoods", x => new { x.TransferOrderId, x.Line, x.Batch });
                    table.ForeignKey(
                        name: "FK_TransferGoods_Transfers_TransferOrderId",
                        column: x => x.TransferOrderId,
                        principalSchema: "showroom",
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TransferLines",
                schema: "showroom",
                columns: table => new
                {
                    TransferOrderId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: true),
                    Quantity = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransferLines", x => new { x.TransferOrderId, x.Line });
                    table.ForeignKey(
                        name: "FK_TransferLines_Transfers_TransferOrderId",
                        column: x => x.TransferOrderId,
                        principalSchema: "showroom",
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TransferSettlements",
                schema: "showroom",
                columns: table => new
                {
                    TransferOrderId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(maxLength: 40, nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    Note = table.Column<string>(maxLength: 200, nullable: false),
                    ByKey = table.Column<string>(maxLength: 64, nullable: false),
                    By = table.Column<string>(maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransferSettlements", x => new { x.TransferOrderId, x.Number });
                    table.ForeignKey(
                        name: "FK_TransferSettlements_Transfers_TransferOrderId",
                        column: x => x.TransferOrderId,
                        principalSchema: "showroom",
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WriteOffLines",
                schema: "showroom",
                columns: table => new
                {
                    WriteOffId = table.Column<Guid>(nullable: false),
                    Line = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Batch = table.Column<string>(maxLength: 40, nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    UnitPriceFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WriteOffLines", x => new { x.WriteOffId, x.Line });
                    table.ForeignKey(
                        name: "FK_WriteOffLines_WriteOffs_WriteOffId",
                        column: x => x.WriteOffId,
                        principalSchema: "showroom",
                        principalTable: "WriteOffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ZTenders",
                schema: "showroom",
                columns: table => new
                {
                    Number = table.Column<string>(maxLength: 20, nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    TakenFen = table.Column<long>(nullable: false),
                    ReturnedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ZTenders", x => new { x.Number, x.Kind });
                    table.ForeignKey(
                        name: "FK_ZTenders_ZReports_Number",
                        column: x => x.Number,
                        principalSchema: "showroom",
                        principalTable: "ZReports",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_At",
                schema: "showroom",
                table: "Approvals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                schema: "showroom",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_At",
                schema: "showroom",
                table: "Audit",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Code",
                schema: "showroom",
                table: "Batches",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_State_ExpiresOn",
                schema: "showroom",
                table: "Batches",
                columns: new[] { "State", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CabinetCorrections_SaleId",
                schema: "showroom",
                table: "CabinetCorrections",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_Cabinets_Code",
                schema: "showroom",
                table: "Cabinets",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CabinetSales_CabinetId_Number_ContentHash",
                schema: "showroom",
                table: "CabinetSales",
                columns: new[] { "CabinetId", "Number", "ContentHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CabinetSales_CabinetId_RecordedAt",
                schema: "showroom",
                table: "CabinetSales",
                columns: new[] { "CabinetId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CabinetSignals_CabinetId_At",
                schema: "showroom",
                table: "CabinetSignals",
                columns: new[] { "CabinetId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CabinetSignals_RecordedAt",
                schema: "showroom",
                table: "CabinetSignals",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CabinetTasks_CabinetId_Kind",
                schema: "showroom",
                table: "CabinetTasks",
                columns: new[] { "CabinetId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_CabinetTasks_ResolvedAt_At",
                schema: "showroom",
                table: "CabinetTasks",
                columns: new[] { "ResolvedAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DeviceKeys_CabinetId",
                schema: "showroom",
                table: "DeviceKeys",
                column: "CabinetId");

            migrationBuilder.CreateIndex(
                name: "IX_DrawerEntries_ShiftId",
                schema: "showroom",
                table: "DrawerEntries",
                column: "ShiftId");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                schema: "showroom",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                schema: "showroom",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Locations_Code",
                schema: "showroom",
                table: "Locations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Locations_Kind",
                schema: "showroom",
                table: "Locations",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ParkedAt_DueAt",
                schema: "showroom",
                table: "Outbox",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Recalls_BatchCode",
                schema: "showroom",
                table: "Recalls",
                column: "BatchCode");

            migrationBuilder.CreateIndex(
                name: "IX_ReservationAllocations_SkuId_LocationId_IsOpen",
                schema: "showroom",
                table: "ReservationAllocations",
                columns: new[] { "SkuId", "LocationId", "IsOpen" });

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_State_Until",
                schema: "showroom",
                table: "Reservations",
                columns: new[] { "State", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SaleReturns_Number",
                schema: "showroom",
                table: "SaleReturns",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SaleReturns_SaleId",
                schema: "showroom",
                table: "SaleReturns",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_SaleReturns_ShiftId",
                schema: "showroom",
                table: "SaleReturns",
                column: "ShiftId");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_Day_RecordedAt",
                schema: "showroom",
                table: "Sales",
                columns: new[] { "Day", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Sales_DeviceId_LocalNumber",
                schema: "showroom",
                table: "Sales",
                columns: new[] { "DeviceId", "LocalNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sales_MemberKey",
                schema: "showroom",
                table: "Sales",
                column: "MemberKey");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_Number",
                schema: "showroom",
                table: "Sales",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShiftId",
                schema: "showroom",
                table: "Sales",
                column: "ShiftId");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_Token",
                schema: "showroom",
                table: "Sales",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SaleTasks_At",
                schema: "showroom",
                table: "SaleTasks",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SaleTasks_SaleId",
                schema: "showroom",
                table: "SaleTasks",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_ScanPayments_DeviceId_State",
                schema: "showroom",
                table: "ScanPayments",
                columns: new[] { "DeviceId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ScanPayments_State_EndsAt",
                schema: "showroom",
                table: "ScanPayments",
                columns: new[] { "State", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShelfItems_Barcode",
                schema: "showroom",
                table: "ShelfItems",
                column: "Barcode");

            migrationBuilder.CreateIndex(
                name: "IX_ShelfItems_Code",
                schema: "showroom",
                table: "ShelfItems",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_DeviceId_OpenedAt",
                schema: "showroom",
                table: "Shifts",
                columns: new[] { "DeviceId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_LateOfId",
                schema: "showroom",
                table: "Shifts",
                column: "LateOfId");

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_State",
                schema: "showroom",
                table: "Shifts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_StockBalances_LocationId",
                schema: "showroom",
                table: "StockBalances",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_Key",
                schema: "showroom",
                table: "StockMovements",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_SkuId_At",
                schema: "showroom",
                table: "StockMovements",
                columns: new[] { "SkuId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_SubjectId",
                schema: "showroom",
                table: "StockMovements",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Stocktakes_Number",
                schema: "showroom",
                table: "Stocktakes",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stocktakes_StartedAt",
                schema: "showroom",
                table: "Stocktakes",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_Day",
                schema: "showroom",
                table: "Transfers",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_Number",
                schema: "showroom",
                table: "Transfers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_State_RequestedAt",
                schema: "showroom",
                table: "Transfers",
                columns: new[] { "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_BookedOn",
                schema: "showroom",
                table: "WriteOffs",
                column: "BookedOn");

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_Day",
                schema: "showroom",
                table: "WriteOffs",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_Number",
                schema: "showroom",
                table: "WriteOffs",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WriteOffs_State",
                schema: "showroom",
                table: "WriteOffs",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ZReports_Day",
                schema: "showroom",
                table: "ZReports",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_ZReports_ShiftId",
                schema: "showroom",
                table: "ZReports",
                column: "ShiftId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountBuyers",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Approvals",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Audit",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "BatchBalances",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Batches",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "CabinetBatches",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "CabinetCorrections",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Cabinets",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "CabinetSales",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "CabinetSignals",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "CabinetTasks",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "CashMovements",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "DeviceKeys",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "DrawerEntries",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "GoodsReceiptLines",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Inbox",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "JobLeases",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Locations",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "MarkdownLadder",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Markdowns",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "PlanSlots",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Recalls",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ReplenishmentProposals",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ReservationAllocations",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ReturnLines",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ReturnRefunds",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "SaleLines",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "SaleTasks",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ScanPayments",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ShelfItems",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "StaffPins",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "StockBalances",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "StockMovements",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "StocktakeLines",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "StockVersions",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Tenders",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "TillDays",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Tills",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "TransferGoods",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "TransferLines",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "TransferSettlements",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "UsedVouchers",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "WriteOffLines",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ZTenders",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Shifts",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "GoodsReceipts",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Reservations",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "SaleReturns",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Stocktakes",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Sales",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "Transfers",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "WriteOffs",
                schema: "showroom");

            migrationBuilder.DropTable(
                name: "ZReports",
                schema: "showroom");
        }
    }
}
