using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BpoDirectory.Tests.Data;

/// <summary>What the database refuses by itself, whoever writes to the file.</summary>
public sealed class ConstraintTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Theory]
    [InlineData("Departments.Slug", "UPDATE Departments SET Slug = 'SALES' WHERE Slug = 'legal'")]
    [InlineData("Departments.NameKey", "UPDATE Departments SET NameKey = 'sales' WHERE Slug = 'legal'")]
    [InlineData("DepartmentAliases.NameKey", "UPDATE DepartmentAliases SET NameKey = 'bookkeeping' WHERE Name = 'HR'")]
    [InlineData("FormerSlugs.EntryType, FormerSlugs.Slug",
        "INSERT INTO FormerSlugs (EntryType, EntryId, Slug) VALUES ('Function', 1, 'law'), ('Function', 2, 'LAW')")]
    [InlineData("Responsibilities.DepartmentId, Responsibilities.Text",
        "INSERT INTO Responsibilities (DepartmentId, Rank, Text) SELECT DepartmentId, 99, upper(Text) FROM Responsibilities")]
    [InlineData("BusinessFunctions.Slug", "UPDATE BusinessFunctions SET Slug = 'Recruitment' WHERE Slug = 'tendering'")]
    [InlineData("BusinessFunctions.NameKey", "UPDATE BusinessFunctions SET NameKey = 'recruitment' WHERE Slug = 'tendering'")]
    [InlineData("FunctionSynonym.BusinessFunctionId, FunctionSynonym.TextKey",
        "INSERT INTO FunctionSynonym (BusinessFunctionId, Rank, Text, TextKey) SELECT BusinessFunctionId, 99, upper(Text), TextKey FROM FunctionSynonym")]
    [InlineData("FunctionOwners.BusinessFunctionId, FunctionOwners.DepartmentId",
        "INSERT INTO FunctionOwners (BusinessFunctionId, DepartmentId, Rank) SELECT BusinessFunctionId, DepartmentId, 99 FROM FunctionOwners")]
    [InlineData("ServiceLines.Slug", "UPDATE ServiceLines SET Slug = 'IT-Services' WHERE Slug = 'customer-support'")]
    [InlineData("ServiceLines.NameKey", "UPDATE ServiceLines SET NameKey = 'it services' WHERE Slug = 'customer-support'")]
    [InlineData("ServiceLineDepartment.ServiceLineId, ServiceLineDepartment.DepartmentId",
        "INSERT INTO ServiceLineDepartment (ServiceLineId, DepartmentId, Rank) SELECT ServiceLineId, DepartmentId, 99 FROM ServiceLineDepartment")]
    [InlineData("OutsourcingTypes.Slug", "UPDATE OutsourcingTypes SET Slug = 'KPO' WHERE Slug = 'lpo'")]
    [InlineData("OutsourcingTypes.AcronymKey", "UPDATE OutsourcingTypes SET AcronymKey = 'kpo' WHERE Slug = 'lpo'")]
    [InlineData("OutsourcingTypes.NameKey", "UPDATE OutsourcingTypes SET NameKey = 'knowledge process outsourcing' WHERE Slug = 'lpo'")]
    [InlineData("OutsourcingTypeSynonym.OutsourcingTypeId, OutsourcingTypeSynonym.TextKey",
        "INSERT INTO OutsourcingTypeSynonym (OutsourcingTypeId, Rank, Text, TextKey) SELECT OutsourcingTypeId, 99, upper(Text), TextKey FROM OutsourcingTypeSynonym")]
    [InlineData("OutsourcingTypeDepartment.OutsourcingTypeId, OutsourcingTypeDepartment.DepartmentId",
        "INSERT INTO OutsourcingTypeDepartment (OutsourcingTypeId, DepartmentId, Rank, Reason) SELECT OutsourcingTypeId, DepartmentId, 99, '' FROM OutsourcingTypeDepartment")]
    [InlineData("GuideArticles.Slug", "UPDATE GuideArticles SET Slug = 'WHAT-IS-BPO' WHERE Slug = 'outsourcing-types'")]
    [InlineData("GuideArticles.TitleKey", "UPDATE GuideArticles SET TitleKey = 'what is bpo?' WHERE Slug = 'outsourcing-types'")]
    [InlineData("Sources.Code", "UPDATE Sources SET Code = 's0' WHERE Code = 'S1'")]
    [InlineData("Sources.Slug", "UPDATE Sources SET Slug = 'EDITORS' WHERE Code = 'S1'")]
    [InlineData("Sources.Title", "UPDATE Sources SET Title = (SELECT upper(Title) FROM Sources WHERE Code = 'S0') WHERE Code = 'S1'")]
    [InlineData("SynonymSets.NameKey",
        "INSERT INTO SynonymSets (Name, NameKey, UpdatedAt, Version, IsArchived) SELECT upper(Name), NameKey, UpdatedAt, Version, IsArchived FROM SynonymSets")]
    [InlineData("SynonymMember.SynonymSetId, SynonymMember.TextKey",
        "INSERT INTO SynonymMember (SynonymSetId, Text, TextKey) SELECT SynonymSetId, upper(Text), TextKey FROM SynonymMember")]
    [InlineData("SpellingVariants.Variant",
        "INSERT INTO SpellingVariants (Variant, Standard) SELECT upper(Variant), '' FROM SpellingVariants")]
    public async Task Database_refuses_a_second_one(string what, string sql)
    {
        var error = await RefusalAsync(sql);

        Assert.Equal(
            error is SqliteException ? $"SQLite Error 19: 'UNIQUE constraint failed: {what}'." : PostgresErrorCodes.UniqueViolation,
            error.SqlState ?? error.Message);
    }

    [Trait(TestServer.Database, TestServer.File)]
    [Fact]
    public async Task Every_unique_text_ignores_case_or_is_a_key()
    {
        var caseSensitive = await database.SqlAsync(
            """
            SELECT group_concat(i.name || '.' || c.name) FROM sqlite_master i, pragma_index_xinfo(i.name) c, pragma_table_info(i.tbl_name) t
            WHERE i.type = 'index' AND i.sql LIKE 'CREATE UNIQUE INDEX%' AND c.key = 1 AND t.name = c.name AND t.type = 'TEXT' AND c.coll <> 'NOCASE' AND t.name NOT LIKE '%Hash' AND t.name NOT LIKE '%Key' AND t.name NOT IN ('EntryType', 'Action', 'Form')
            """);

        Assert.Equal(DBNull.Value, caseSensitive);
    }

    [Trait(TestServer.Database, TestServer.File)]
    [Fact]
    public async Task Every_reference_of_the_catalog_must_lead_somewhere()
    {
        var references = (string)(await database.SqlAsync("""
            SELECT group_concat(m.name || '.' || f."from") FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND m.name NOT LIKE 'Account%' AND m.name NOT IN ('DepartmentChannels', 'OpeningIntervals', 'DepartmentPeople', 'EscalationSteps', 'ServiceLevels', 'DepartmentLinks', 'DepartmentSite', 'DepartmentLanguage', 'DepartmentClient', 'DepartmentTag', 'Watches', 'TableImports', 'TableImportEntries', 'WebhookDeliveries', 'Drafts', 'NoteDrafts', 'Revisions', 'SearchCounts', 'ProviderIdentities')
            """))!;

        Assert.Equal(33, references.Split(',').Length);
        foreach (var (table, column) in references.Split(',').Select(reference => reference.Split('.'))
            .Select(parts => (parts[0], parts[1])))
        {
            IsOfReference(await RefusalAsync($"UPDATE {table} SET {column} = 999999 WHERE rowid = (SELECT min(rowid) FROM {table})"));
        }
    }

    [Theory]
    [InlineData("INSERT INTO DepartmentAliases (DepartmentId, Name, NameKey, Rank) VALUES (999999, 'Nobody', 'nobody', 1)")]
    [InlineData("INSERT INTO DepartmentChannels (DepartmentId, Kind, Value, Rank) VALUES (999999, 'Visit', 'Room 1', 1)")]
    [InlineData("INSERT INTO DepartmentChannels (DepartmentId, Kind, Value, Rank, BusinessFunctionId) VALUES (1, 'Visit', 'Room 1', 1, 999999)")]
    [InlineData("INSERT INTO OpeningIntervals (DepartmentId, Rank, FirstDay, LastDay, Opens, Closes) VALUES (999999, 1, 'Monday', 'Friday', '09:00:00', '17:00:00')")]
    [InlineData("INSERT INTO FunctionOwners (BusinessFunctionId, DepartmentId, Rank) VALUES (1, 999999, 1)")]
    [InlineData("INSERT INTO FunctionOwners (BusinessFunctionId, DepartmentId, Rank) VALUES (999999, 1, 1)")]
    [InlineData("INSERT INTO ServiceLineDepartment (ServiceLineId, DepartmentId, Rank) VALUES (1, 999999, 1)")]
    [InlineData("INSERT INTO ResponsibilitySource (ResponsibilityId, SourcesId) VALUES (1, 999999)")]
    public async Task New_row_with_a_wrong_reference_is_refused(string sql)
    {
        IsOfReference(await RefusalAsync(sql));
    }

    [Theory]
    [InlineData("information-technology")]
    [InlineData("finance-and-accounting")]
    [InlineData("customer-service")]
    public async Task Department_that_others_are_part_of_cannot_be_deleted(string slug)
    {
        IsOfReference(
            await RefusalAsync($"UPDATE SynonymSets SET DepartmentId = NULL; DELETE FROM Departments WHERE Slug = '{slug}'"));
    }

    [Theory]
    [InlineData("UPDATE Departments SET Slug = NULL WHERE Slug = 'legal'")]
    [InlineData("UPDATE Departments SET Name = NULL WHERE Slug = 'legal'")]
    [InlineData("UPDATE Departments SET Summary = NULL WHERE Slug = 'legal'")]
    [InlineData("UPDATE BusinessFunctions SET Name = NULL")]
    [InlineData("UPDATE Sources SET Code = NULL")]
    public async Task What_must_be_there_cannot_be_taken_away(string sql)
    {
        var error = await RefusalAsync(sql);

        if (error is SqliteException)
            Assert.Contains("NOT NULL constraint failed", error.Message, StringComparison.Ordinal);
        else
            Assert.Equal(PostgresErrorCodes.NotNullViolation, error.SqlState);
    }

    [Fact]
    public async Task Deleted_department_takes_its_parts_along_and_leaves_nothing_dangling()
    {
        var fresh = new CatalogDatabase();
        await fresh.InitializeAsync();
        const string parts = """
            SELECT (SELECT count(*) FROM DepartmentAliases WHERE DepartmentId = $id) + (SELECT count(*) FROM Responsibilities WHERE DepartmentId = $id)
            + (SELECT count(*) FROM FunctionOwners WHERE DepartmentId = $id) + (SELECT count(*) FROM ServiceLineDepartment WHERE DepartmentId = $id)
            """;
        var id = await fresh.SqlAsync("SELECT Id FROM Departments WHERE Slug = 'content-moderation'");
        Assert.True((long)(await fresh.SqlAsync(parts.Replace("$id", $"{id}", StringComparison.Ordinal)))! > 10);
        var functions = await fresh.SqlAsync("SELECT count(*) FROM BusinessFunctions");

        await fresh.SqlAsync($"UPDATE SynonymSets SET DepartmentId = NULL WHERE DepartmentId = {id}; DELETE FROM Departments WHERE Id = {id}");

        Assert.Equal(0L, await fresh.SqlAsync(parts.Replace("$id", $"{id}", StringComparison.Ordinal)));
        Assert.Equal(functions, await fresh.SqlAsync("SELECT count(*) FROM BusinessFunctions"));
        if (!TestServer.IsUsual)
            Assert.Null(await fresh.SqlAsync("PRAGMA foreign_key_check"));
        await fresh.DisposeAsync();
    }

    private Task<DbException> RefusalAsync(string sql) => Assert.ThrowsAnyAsync<DbException>(() => database.SqlAsync(sql));

    private static void IsOfReference(DbException error)
    {
        if (error is SqliteException)
            Assert.Equal("SQLite Error 19: 'FOREIGN KEY constraint failed'.", error.Message);
        else
            Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, error.SqlState);
    }
}
