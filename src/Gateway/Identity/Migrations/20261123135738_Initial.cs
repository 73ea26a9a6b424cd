using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ZhongFu.Gateway.Identity.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.CreateTable(
                name: "Accounts",
                schema: "identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    IsDemonstration = table.Column<bool>(nullable: false),
                    ClosedAt = table.Column<DateTime>(nullable: true),
                    CreatedAt = table.Column<DateTime>(nullable: false),
                    UserName = table.Column<string>(maxLength: 32, nullable: false),
                    NormalizedUserName = table.Column<string>(maxLength: 32, nullable: false),
                    PasswordHash = table.Column<string>(maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(maxLength: 16, nullable: true),
                    LockoutEnd = table.Column<DateTime>(nullable: true),
                    LockoutEnabled = table.Column<bool>(nullable: false),
                    AccessFailedCount = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                schema: "identity",
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
                name: "Grants",
                schema: "identity",
                columns: table => new
                {
                    Role = table.Column<string>(maxLength: 32, nullable: false),
                    Permission = table.Column<string>(maxLength: 64, nullable: false),
                    Scope = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => new { x.Role, x.Permission });
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                schema: "identity",
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
                schema: "identity",
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
                schema: "identity",
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
                schema: "identity",
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
                name: "AccountRoles",
                schema: "identity",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(nullable: false),
                    Role = table.Column<string>(maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRoles", x => new { x.AccountId, x.Role });
                    table.ForeignKey(
                        name: "FK_AccountRoles_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "identity",
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInPhones",
                schema: "identity",
                columns: table => new
                {
                    Phone = table.Column<string>(maxLength: 16, nullable: false),
                    AccountId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInPhones", x => x.Phone);
                    table.ForeignKey(
                        name: "FK_SignInPhones_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "identity",
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                schema: "identity",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                schema: "identity",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_At",
                schema: "identity",
                table: "Audit",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                schema: "identity",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                schema: "identity",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ParkedAt_DueAt",
                schema: "identity",
                table: "Outbox",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInPhones_AccountId",
                schema: "identity",
                table: "SignInPhones",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountRoles",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "Audit",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "Grants",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "Inbox",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "JobLeases",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "SignInPhones",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "Accounts",
                schema: "identity");
        }
    }
}
