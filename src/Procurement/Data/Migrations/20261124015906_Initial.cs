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
                name: "IX_RegisteredCodes_OrganisationId",
                schema: "procurement",
                table: "RegisteredCodes",
                column: "OrganisationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit",
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
                name: "JobLeases",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Memberships",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Outbox",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Placements",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "RegisteredCodes",
                schema: "procurement");

            migrationBuilder.DropTable(
                name: "Organisations",
                schema: "procurement");
        }
    }
}
