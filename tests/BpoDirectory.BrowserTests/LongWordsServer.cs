using BpoDirectory.Data;
using BpoDirectory.Search.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests;

/// <summary>A program of a test class's own, where a department and a function that nobody owns have one long word as their name.</summary>
public sealed class LongWordsServer : DirectoryServer, IAsyncLifetime
{
    /// <summary>The word.</summary>
    public const string Word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

    public Task InitializeAsync() => Services.GetRequiredService<WriteGate>().WriteAsync(async db =>
    {
        var department = new Department("long", Word, Word);
        department.SetOffice(Office.Both, OfficeBasis.Judged, Word, Side.Provider);
        db.Add(department);
        db.Add(new BusinessFunction("long", Word, Word));
        await db.SaveChangesAsync();
        await SearchIndex.RebuildAsync(db, CancellationToken.None);
    });

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
