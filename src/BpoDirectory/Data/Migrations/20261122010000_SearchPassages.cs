using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BpoDirectory.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchPassages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What ranking needs is split into words once, when a department is saved, and read as one row; which
            // departments have a word follows from these rows. The program fills them in when they are missing.
            migrationBuilder.Sql("DROP TABLE DepartmentIndexWords");
            migrationBuilder.Sql("DROP TABLE DepartmentIndex");
            migrationBuilder.Sql("CREATE TABLE DepartmentIndexWords (Id INTEGER PRIMARY KEY, Word TEXT NOT NULL UNIQUE)");
            migrationBuilder.Sql("CREATE TABLE DepartmentIndex (DepartmentId INTEGER PRIMARY KEY, Revision INTEGER NOT NULL, Passages BLOB NOT NULL)");
            migrationBuilder.Sql("CREATE INDEX IX_DepartmentIndex_Revision ON DepartmentIndex (Revision)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE DepartmentIndex");
            migrationBuilder.Sql("DROP TABLE DepartmentIndexWords");
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE DepartmentIndex USING fts5(
                    Words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0')
                """);
            migrationBuilder.Sql("CREATE VIRTUAL TABLE DepartmentIndexWords USING fts5vocab(DepartmentIndex, row)");
        }
    }
}
