using BpoDirectory.Data;
using BpoDirectory.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Tests.Operations;

public sealed class StartFailureTests
{
    private static readonly DataFolder Folder = new("/srv/directory");

    [Fact]
    public void Messages_made_for_the_operator_are_told_as_they_are()
    {
        Assert.Equal("Set it.", StartFailure.Explain(new SettingException("Set it."), null));
        Assert.Equal("Fix it.", StartFailure.Explain(new DatabaseUnusableException("Fix it."), Folder));
    }

    [Fact]
    public void Failure_of_the_database_deep_within_another_names_the_file()
    {
        var error = new DbUpdateException(
            "Saving failed.", new InvalidOperationException("Inside.", new SqliteException("full", SQLitePCL.raw.SQLITE_FULL)));

        Assert.Equal(
            "The database /srv/directory/directory.db cannot grow: the disk is full. Make room.", StartFailure.Explain(error, Folder));
    }

    [Fact]
    public void Fault_of_the_program_itself_is_not_explained_away()
    {
        Assert.Null(StartFailure.Explain(new InvalidOperationException("A fault."), Folder));
        Assert.Null(StartFailure.Explain(new ArgumentException("A fault."), Folder));
        Assert.Null(StartFailure.Explain(new SqliteException("full", SQLitePCL.raw.SQLITE_FULL), null));
    }
}
