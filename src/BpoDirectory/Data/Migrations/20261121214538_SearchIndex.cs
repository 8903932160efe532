using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The rowid is the department's id. The texts stay in their tables: the index keeps only the words, each with
            // the number of the weightiest field it stands in before it, so that no positions or columns are needed.
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE DepartmentIndex USING fts5(
                    Words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0')
                """);
            migrationBuilder.Sql("CREATE VIRTUAL TABLE DepartmentIndexWords USING fts5vocab(DepartmentIndex, row)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE DepartmentIndexWords");
            migrationBuilder.Sql("DROP TABLE DepartmentIndex");
        }
    }
}
