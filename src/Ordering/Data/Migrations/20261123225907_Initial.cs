using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZhongFu.Ordering.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ordering");

            migrationBuilder.CreateTable(
                name: "Addresses",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    OwnerKey = table.Column<string>(maxLength: 64, nullable: false),
                    Recipient = table.Column<string>(maxLength: 50, nullable: false),
                    Phone = table.Column<string>(maxLength: 20, nullable: false),
                    RegionCode = table.Column<string>(maxLength: 9, nullable: false),
                    RegionName = table.Column<string>(maxLength: 120, nullable: false),
                    Detail = table.Column<string>(maxLength: 200, nullable: false),
                    IsDefault = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                schema: "ordering",
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
                name: "CartLines",
                schema: "ordering",
                columns: table => new
                {
                    OwnerKey = table.Column<string>(maxLength: 64, nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Quantity = table.Column<int>(nullable: false),
                    SeenPriceFen = table.Column<long>(nullable: false),
                    IsSelected = table.Column<bool>(nullable: false),
                    AddedAt = table.Column<DateTime>(nullable: false),
                    TouchedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CartLines", x => new { x.OwnerKey, x.SkuId });
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                schema: "ordering",
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
                schema: "ordering",
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
                schema: "ordering",
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
                name: "Orders",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<string>(maxLength: 20, nullable: false),
                    BuyerKey = table.Column<string>(maxLength: 64, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Delivery_Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Delivery_Recipient = table.Column<string>(maxLength: 50, nullable: true),
                    Delivery_Phone = table.Column<string>(maxLength: 20, nullable: true),
                    Delivery_RegionCode = table.Column<string>(maxLength: 9, nullable: true),
                    Delivery_RegionName = table.Column<string>(maxLength: 120, nullable: true),
                    Delivery_Detail = table.Column<string>(maxLength: 200, nullable: true),
                    Delivery_LocationId = table.Column<Guid>(nullable: true),
                    Delivery_LocationName = table.Column<string>(maxLength: 100, nullable: true),
                    Delivery_PickUpCode = table.Column<string>(maxLength: 6, nullable: true),
                    GoodsFen = table.Column<long>(nullable: false),
                    FreightFen = table.Column<long>(nullable: false),
                    TotalFen = table.Column<long>(nullable: false),
                    Note = table.Column<string>(maxLength: 200, nullable: true),
                    NoReturnConfirmation = table.Column<string>(maxLength: 400, nullable: true),
                    PlacedAt = table.Column<DateTime>(nullable: false),
                    PayBy = table.Column<DateTime>(nullable: false),
                    PaidAt = table.Column<DateTime>(nullable: true),
                    PackedAt = table.Column<DateTime>(nullable: true),
                    ShippedAt = table.Column<DateTime>(nullable: true),
                    DeliveredAt = table.Column<DateTime>(nullable: true),
                    CompletedAt = table.Column<DateTime>(nullable: true),
                    CancelledAt = table.Column<DateTime>(nullable: true),
                    CancelReason = table.Column<string>(maxLength: 20, nullable: true),
                    Carrier = table.Column<string>(maxLength: 40, nullable: true),
                    TrackingNumber = table.Column<string>(maxLength: 20, nullable: true),
                    ShortageCause = table.Column<string>(maxLength: 40, nullable: true),
                    ShortageSince = table.Column<DateTime>(nullable: true),
                    ShortageRefundAt = table.Column<DateTime>(nullable: true),
                    WaitsForGoods = table.Column<bool>(nullable: false),
                    AwaitsStockForLateMoney = table.Column<bool>(nullable: false),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                    table.CheckConstraint("CK_Orders_Total", "\"TotalFen\" = \"GoodsFen\" + \"FreightFen\"");
                });

            migrationBuilder.CreateTable(
                name: "OrderSerials",
                schema: "ordering",
                columns: table => new
                {
                    Day = table.Column<string>(maxLength: 8, nullable: false),
                    Last = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderSerials", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                schema: "ordering",
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
                name: "Payments",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    IsAtCounter = table.Column<bool>(nullable: false),
                    OrderNumber = table.Column<string>(maxLength: 20, nullable: false),
                    BuyerKey = table.Column<string>(maxLength: 64, nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Currency = table.Column<string>(maxLength: 3, nullable: false),
                    Provider = table.Column<string>(maxLength: 20, nullable: false),
                    Site = table.Column<string>(maxLength: 200, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    SessionId = table.Column<string>(maxLength: 200, nullable: true),
                    ProviderReference = table.Column<string>(maxLength: 200, nullable: true),
                    CashierUrl = table.Column<string>(maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    SucceededAt = table.Column<DateTime>(nullable: true),
                    AcceptedAt = table.Column<DateTime>(nullable: true),
                    AskAt = table.Column<DateTime>(nullable: true),
                    Asked = table.Column<int>(nullable: false),
                    MovedFen = table.Column<long>(nullable: false),
                    RefundedFen = table.Column<long>(nullable: false),
                    Problem = table.Column<string>(maxLength: 100, nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.CheckConstraint("CK_Payments_Refunded", "\"RefundedFen\" >= 0 AND \"RefundedFen\" <= \"MovedFen\"");
                });

            migrationBuilder.CreateTable(
                name: "PickUpPlaces",
                schema: "ordering",
                columns: table => new
                {
                    LocationId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 100, nullable: false),
                    Subdistrict = table.Column<string>(maxLength: 60, nullable: false),
                    Address = table.Column<string>(maxLength: 200, nullable: false),
                    Hours = table.Column<string>(maxLength: 100, nullable: false),
                    Position = table.Column<int>(nullable: false),
                    ToldAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickUpPlaces", x => x.LocationId);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedEvents",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<string>(maxLength: 200, nullable: false),
                    Type = table.Column<string>(maxLength: 100, nullable: false),
                    PaymentId = table.Column<Guid>(nullable: true),
                    Outcome = table.Column<string>(maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PaymentId = table.Column<Guid>(nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    Key = table.Column<Guid>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    Reason = table.Column<string>(maxLength: 200, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    ProviderId = table.Column<string>(maxLength: 200, nullable: true),
                    Attempts = table.Column<int>(nullable: false),
                    Refusals = table.Column<int>(nullable: false),
                    DueAt = table.Column<DateTime>(nullable: false),
                    Problem = table.Column<string>(maxLength: 300, nullable: true),
                    RequestedAt = table.Column<DateTime>(nullable: false),
                    SucceededAt = table.Column<DateTime>(nullable: true),
                    Version = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refunds", x => x.Id);
                    table.CheckConstraint("CK_Refunds_Amount", "\"AmountFen\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "OrderLines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    Position = table.Column<int>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    ProductNumber = table.Column<int>(nullable: false),
                    ProductName = table.Column<string>(maxLength: 100, nullable: false),
                    SkuName = table.Column<string>(maxLength: 100, nullable: false),
                    County = table.Column<string>(maxLength: 40, nullable: false),
                    CountyCode = table.Column<string>(maxLength: 6, nullable: false),
                    TownshipCode = table.Column<string>(maxLength: 9, nullable: false),
                    CooperativeId = table.Column<Guid>(nullable: false),
                    Cooperative = table.Column<string>(maxLength: 100, nullable: false),
                    PicturePath = table.Column<string>(maxLength: 200, nullable: false),
                    NoSevenDayReturn = table.Column<bool>(nullable: false),
                    PriceFen = table.Column<long>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    AmountFen = table.Column<long>(nullable: false),
                    GrossGrams = table.Column<long>(nullable: false),
                    MissingQuantity = table.Column<long>(nullable: false),
                    RefundedQuantity = table.Column<long>(nullable: false),
                    RefundedFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderLines", x => x.Id);
                    table.CheckConstraint("CK_OrderLines_Amount", "\"AmountFen\" = \"PriceFen\" * \"Quantity\" AND \"Quantity\" > 0");
                    table.ForeignKey(
                        name: "FK_OrderLines_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrderTopUps",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    OrderId = table.Column<Guid>(nullable: false),
                    SkuId = table.Column<Guid>(nullable: false),
                    Quantity = table.Column<long>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderTopUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrderTopUps_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_OwnerKey",
                schema: "ordering",
                table: "Addresses",
                column: "OwnerKey");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                schema: "ordering",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_At",
                schema: "ordering",
                table: "Audit",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CartLines_TouchedAt",
                schema: "ordering",
                table: "CartLines",
                column: "TouchedAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                schema: "ordering",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                schema: "ordering",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_OrderId",
                schema: "ordering",
                table: "OrderLines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_BuyerKey_PlacedAt",
                schema: "ordering",
                table: "Orders",
                columns: new[] { "BuyerKey", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Number",
                schema: "ordering",
                table: "Orders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_ShortageRefundAt",
                schema: "ordering",
                table: "Orders",
                column: "ShortageRefundAt");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_State_PayBy",
                schema: "ordering",
                table: "Orders",
                columns: new[] { "State", "PayBy" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderTopUps_OrderId",
                schema: "ordering",
                table: "OrderTopUps",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ParkedAt_DueAt",
                schema: "ordering",
                table: "Outbox",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_OrderId",
                schema: "ordering",
                table: "Payments",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Problem",
                schema: "ordering",
                table: "Payments",
                column: "Problem");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ProviderReference",
                schema: "ordering",
                table: "Payments",
                column: "ProviderReference");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_State_AskAt",
                schema: "ordering",
                table: "Payments",
                columns: new[] { "State", "AskAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedEvents_At",
                schema: "ordering",
                table: "ReceivedEvents",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_Key",
                schema: "ordering",
                table: "Refunds",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_OrderId",
                schema: "ordering",
                table: "Refunds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_PaymentId",
                schema: "ordering",
                table: "Refunds",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_State_DueAt",
                schema: "ordering",
                table: "Refunds",
                columns: new[] { "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Addresses",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "Audit",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "CartLines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "Inbox",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "JobLeases",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "OrderLines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "OrderSerials",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "OrderTopUps",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "Payments",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "PickUpPlaces",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "ReceivedEvents",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "Refunds",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "Orders",
                schema: "ordering");
        }
    }
}
