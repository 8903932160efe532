using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class DraftsByForm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_AccountId_EntryType_EntryId",
                table: "Drafts");

            migrationBuilder.AddColumn<string>(
                name: "Form",
                table: "Drafts",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_EntryType_EntryId_Form",
                table: "Drafts",
                columns: new[] { "AccountId", "EntryType", "EntryId", "Form" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_AccountId_EntryType_EntryId_Form",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Form",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AccountId_EntryType_EntryId",
                table: "Drafts",
                columns: new[] { "AccountId", "EntryType", "EntryId" },
                unique: true);
        }
    }
}
