using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class FunctionOwnerOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_Rank",
                table: "FunctionOwners",
                columns: new[] { "BusinessFunctionId", "Rank" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FunctionOwners_BusinessFunctionId_Rank",
                table: "FunctionOwners");
        }
    }
}
