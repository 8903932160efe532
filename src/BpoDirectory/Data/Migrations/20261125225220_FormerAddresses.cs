using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class FormerAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FormerSlugs_Departments_DepartmentId",
                table: "FormerSlugs");

            migrationBuilder.DropIndex(
                name: "IX_FormerSlugs_DepartmentId",
                table: "FormerSlugs");

            migrationBuilder.DropIndex(
                name: "IX_FormerSlugs_Slug",
                table: "FormerSlugs");

            migrationBuilder.RenameColumn(
                name: "DepartmentId",
                table: "FormerSlugs",
                newName: "EntryId");

            migrationBuilder.AddColumn<string>(
                name: "EntryType",
                table: "FormerSlugs",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                // Until now only departments had former slugs.
                defaultValue: "Department");

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_EntryType_EntryId",
                table: "FormerSlugs",
                columns: new[] { "EntryType", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_EntryType_Slug",
                table: "FormerSlugs",
                columns: new[] { "EntryType", "Slug" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM FormerSlugs WHERE EntryType <> 'Department'");

            migrationBuilder.DropIndex(
                name: "IX_FormerSlugs_EntryType_EntryId",
                table: "FormerSlugs");

            migrationBuilder.DropIndex(
                name: "IX_FormerSlugs_EntryType_Slug",
                table: "FormerSlugs");

            migrationBuilder.DropColumn(
                name: "EntryType",
                table: "FormerSlugs");

            migrationBuilder.RenameColumn(
                name: "EntryId",
                table: "FormerSlugs",
                newName: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_DepartmentId",
                table: "FormerSlugs",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_Slug",
                table: "FormerSlugs",
                column: "Slug",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_FormerSlugs_Departments_DepartmentId",
                table: "FormerSlugs",
                column: "DepartmentId",
                principalTable: "Departments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
