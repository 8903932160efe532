using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class Editing : Migration
    {
        // Entries that are not the program's own begin here; their departments say when, below.
        private static readonly DateTime FirstOfItsKind = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Unspecified);

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "SynonymSets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "SynonymSets",
                type: "TEXT",
                nullable: false,
                defaultValue: FirstOfItsKind);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "SynonymSets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "ServiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "ServiceLines",
                type: "TEXT",
                nullable: false,
                defaultValue: FirstOfItsKind);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ServiceLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "OutsourcingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "OutsourcingTypes",
                type: "TEXT",
                nullable: false,
                defaultValue: FirstOfItsKind);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "OutsourcingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "GuideArticles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "GuideArticles",
                type: "TEXT",
                nullable: false,
                defaultValue: FirstOfItsKind);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "GuideArticles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewedAt",
                table: "Departments",
                type: "TEXT",
                nullable: true);

            // Added with its reference at once: as an extra step, SQLite would have to copy the whole table.
            migrationBuilder.Sql("ALTER TABLE Departments ADD COLUMN SuccessorId INTEGER NULL REFERENCES Departments(Id) ON DELETE RESTRICT");

            migrationBuilder.AddColumn<bool>(
                name: "IsArchived",
                table: "BusinessFunctions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "BusinessFunctions",
                type: "TEXT",
                nullable: false,
                defaultValue: FirstOfItsKind);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "BusinessFunctions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryType = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Base = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryType = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Revisions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_SuccessorId",
                table: "Departments",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_EntryType_EntryId",
                table: "Drafts",
                columns: new[] { "AccountId", "EntryType", "EntryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_AccountId",
                table: "Revisions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_EntryType_EntryId_Number",
                table: "Revisions",
                columns: new[] { "EntryType", "EntryId", "Number" },
                unique: true);

            foreach (var table in (string[])["BusinessFunctions", "ServiceLines", "OutsourcingTypes", "GuideArticles", "SynonymSets"])
                migrationBuilder.Sql($"UPDATE {table} SET UpdatedAt = (SELECT max(UpdatedAt) FROM Departments) WHERE EXISTS (SELECT 1 FROM Departments)");

            migrationBuilder.Sql(
                """
                CREATE TRIGGER Revisions_are_not_changed BEFORE UPDATE ON Revisions
                BEGIN SELECT RAISE(ABORT, 'A revision is never changed.'); END
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER Revisions_are_not_deleted BEFORE DELETE ON Revisions
                BEGIN SELECT RAISE(ABORT, 'A revision is never deleted.'); END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_Departments_SuccessorId",
                table: "Departments");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "SynonymSets");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "SynonymSets");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "SynonymSets");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "ServiceLines");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "ServiceLines");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ServiceLines");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "OutsourcingTypes");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "OutsourcingTypes");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "OutsourcingTypes");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "GuideArticles");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "GuideArticles");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "GuideArticles");

            migrationBuilder.DropColumn(
                name: "ReviewedAt",
                table: "Departments");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Departments");

            migrationBuilder.DropColumn(
                name: "IsArchived",
                table: "BusinessFunctions");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "BusinessFunctions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "BusinessFunctions");
        }
    }
}
