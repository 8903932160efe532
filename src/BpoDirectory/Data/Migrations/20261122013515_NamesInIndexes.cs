using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class NamesInIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_Rank",
                table: "FunctionOwners");

            migrationBuilder.DropIndex(
                name: "IX_FunctionOwners_DepartmentId_Rank",
                table: "FunctionOwners");

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_Rank_DepartmentId",
                table: "FunctionOwners",
                columns: new[] { "BusinessFunctionId", "Rank", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_DepartmentId_Rank_BusinessFunctionId",
                table: "FunctionOwners",
                columns: new[] { "DepartmentId", "Rank", "BusinessFunctionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_Names",
                table: "Departments",
                columns: new[] { "Id", "IsArchived", "Slug", "Name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_Rank_DepartmentId",
                table: "FunctionOwners");

            migrationBuilder.DropIndex(
                name: "IX_FunctionOwners_DepartmentId_Rank_BusinessFunctionId",
                table: "FunctionOwners");

            migrationBuilder.DropIndex(
                name: "IX_Departments_Names",
                table: "Departments");

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_Rank",
                table: "FunctionOwners",
                columns: new[] { "BusinessFunctionId", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_DepartmentId_Rank",
                table: "FunctionOwners",
                columns: new[] { "DepartmentId", "Rank" });
        }
    }
}
