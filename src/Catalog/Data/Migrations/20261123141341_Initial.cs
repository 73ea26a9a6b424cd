using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZhongFu.Catalog.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "catalog");

            migrationBuilder.CreateTable(
                name: "Audit",
                schema: "catalog",
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
                name: "Availabilities",
                schema: "catalog",
                columns: table => new
                {
                    SkuId = table.Column<Guid>(nullable: false),
                    Available = table.Column<long>(nullable: false),
                    Version = table.Column<long>(nullable: false),
                    ChangedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Availabilities", x => x.SkuId);
                });

            migrationBuilder.CreateTable(
                name: "Categories",
                schema: "catalog",
                columns: table => new
                {
                    Slug = table.Column<string>(maxLength: 40, nullable: false),
                    Name = table.Column<string>(maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(maxLength: 60, nullable: false),
                    Sort = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "Counties",
                schema: "catalog",
                columns: table => new
                {
                    Code = table.Column<string>(maxLength: 6, nullable: false),
                    Name = table.Column<string>(maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(maxLength: 80, nullable: false),
                    Province = table.Column<string>(maxLength: 40, nullable: false),
                    Status = table.Column<string>(maxLength: 40, nullable: false),
                    Intro = table.Column<string>(maxLength: 500, nullable: false),
                    Hue = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counties", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                schema: "catalog",
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
                schema: "catalog",
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
                schema: "catalog",
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
                name: "Outbox",
                schema: "catalog",
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
                name: "SalesTallies",
                schema: "catalog",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(nullable: false),
                    Sold = table.Column<long>(nullable: false),
                    ChangedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SalesTallies", x => x.ProductId);
                });

            migrationBuilder.CreateTable(
                name: "Townships",
                schema: "catalog",
                columns: table => new
                {
                    Code = table.Column<string>(maxLength: 9, nullable: false),
                    Name = table.Column<string>(maxLength: 40, nullable: false),
                    CountyCode = table.Column<string>(maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Townships", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Townships_Counties_CountyCode",
                        column: x => x.CountyCode,
                        principalSchema: "catalog",
                        principalTable: "Counties",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cooperatives",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    Name = table.Column<string>(maxLength: 80, nullable: false),
                    NameEn = table.Column<string>(maxLength: 120, nullable: false),
                    CountyCode = table.Column<string>(maxLength: 6, nullable: false),
                    TownshipCode = table.Column<string>(maxLength: 9, nullable: false),
                    Village = table.Column<string>(maxLength: 40, nullable: false),
                    Households = table.Column<int>(nullable: false),
                    CreditCode = table.Column<string>(maxLength: 18, nullable: false),
                    Story = table.Column<string>(maxLength: 1000, nullable: false),
                    Status = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cooperatives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cooperatives_Townships_TownshipCode",
                        column: x => x.TownshipCode,
                        principalSchema: "catalog",
                        principalTable: "Townships",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Name = table.Column<string>(maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(maxLength: 120, nullable: false),
                    CooperativeId = table.Column<Guid>(nullable: false),
                    Category = table.Column<string>(maxLength: 40, nullable: false),
                    ArtFamily = table.Column<string>(maxLength: 40, nullable: false),
                    ArtVariant = table.Column<string>(maxLength: 40, nullable: false),
                    Summary = table.Column<string>(maxLength: 200, nullable: false),
                    Description = table.Column<string>(maxLength: 4000, nullable: false),
                    Storage = table.Column<string>(maxLength: 100, nullable: false),
                    ShelfLifeDays = table.Column<int>(nullable: true),
                    Harvest = table.Column<string>(maxLength: 11, nullable: true),
                    GrowerShareBp = table.Column<int>(nullable: true),
                    IsFresh = table.Column<bool>(nullable: false),
                    TaxRateBp = table.Column<int>(nullable: false),
                    ListedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Products_Categories_Category",
                        column: x => x.Category,
                        principalSchema: "catalog",
                        principalTable: "Categories",
                        principalColumn: "Slug",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Products_Cooperatives_CooperativeId",
                        column: x => x.CooperativeId,
                        principalSchema: "catalog",
                        principalTable: "Cooperatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 30, nullable: false),
                    ProductId = table.Column<Guid>(nullable: false),
                    HarvestDay = table.Column<DateOnly>(nullable: false),
                    Plot = table.Column<string>(maxLength: 100, nullable: false),
                    HarvestGrams = table.Column<long>(nullable: false),
                    Inspection = table.Column<string>(maxLength: 100, nullable: false),
                    CertificateNo = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Batches_Products_ProductId",
                        column: x => x.ProductId,
                        principalSchema: "catalog",
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProductId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Number = table.Column<string>(maxLength: 40, nullable: false),
                    Issuer = table.Column<string>(maxLength: 80, nullable: false),
                    ValidFrom = table.Column<DateOnly>(nullable: false),
                    ValidTo = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Products_ProductId",
                        column: x => x.ProductId,
                        principalSchema: "catalog",
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Skus",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProductId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 20, nullable: false),
                    Name = table.Column<string>(maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(maxLength: 120, nullable: false),
                    Barcode = table.Column<string>(maxLength: 13, nullable: false),
                    NetWeightGrams = table.Column<long>(nullable: false),
                    GrossWeightGrams = table.Column<long>(nullable: false),
                    Unit = table.Column<string>(maxLength: 10, nullable: false),
                    Pack = table.Column<string>(maxLength: 40, nullable: false),
                    PriceFen = table.Column<long>(nullable: false),
                    BulkTiers = table.Column<string>(maxLength: 400, nullable: false),
                    SaleScope = table.Column<string>(maxLength: 40, nullable: false),
                    MonthlySupply = table.Column<long>(nullable: false),
                    PriceMinFen = table.Column<long>(nullable: false),
                    PriceMaxFen = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Skus", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Skus_Products_ProductId",
                        column: x => x.ProductId,
                        principalSchema: "catalog",
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                schema: "catalog",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_At",
                schema: "catalog",
                table: "Audit",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Availabilities_ChangedAt",
                schema: "catalog",
                table: "Availabilities",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Code",
                schema: "catalog",
                table: "Batches",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Batches_ProductId",
                schema: "catalog",
                table: "Batches",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ProductId",
                schema: "catalog",
                table: "Certificates",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Cooperatives_Code",
                schema: "catalog",
                table: "Cooperatives",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cooperatives_TownshipCode",
                schema: "catalog",
                table: "Cooperatives",
                column: "TownshipCode");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                schema: "catalog",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                schema: "catalog",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ParkedAt_DueAt",
                schema: "catalog",
                table: "Outbox",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_Category",
                schema: "catalog",
                table: "Products",
                column: "Category");

            migrationBuilder.CreateIndex(
                name: "IX_Products_CooperativeId",
                schema: "catalog",
                table: "Products",
                column: "CooperativeId");

            migrationBuilder.CreateIndex(
                name: "IX_Products_Number",
                schema: "catalog",
                table: "Products",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SalesTallies_ChangedAt",
                schema: "catalog",
                table: "SalesTallies",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Skus_Barcode",
                schema: "catalog",
                table: "Skus",
                column: "Barcode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skus_Code",
                schema: "catalog",
                table: "Skus",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Skus_ProductId",
                schema: "catalog",
                table: "Skus",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Townships_CountyCode",
                schema: "catalog",
                table: "Townships",
                column: "CountyCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Availabilities",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Batches",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Certificates",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Inbox",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "JobLeases",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "SalesTallies",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Skus",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Products",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Categories",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Cooperatives",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Townships",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "Counties",
                schema: "catalog");
        }
    }
}
