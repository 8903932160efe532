using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Revisions;

namespace BpoDirectory.Editing;

/// <summary>What editing offers to pages and endpoints.</summary>
public static class EditingServices
{
    public static IServiceCollection AddEditing(this IServiceCollection services) =>
        services.AddSingleton<EntryStore>().AddSingleton<DraftStore>().AddSingleton<NoteDraftStore>().AddSingleton<RevisionReader>()
            .AddSingleton<EntryChoices>().AddSingleton<EditorPresence>()
            .AddSingleton<EntryWorkList>().AddSingleton<EntryLifecycle>().AddSingleton<DraftList>().AddSingleton<AuditedEntries>()
            .AddSingleton<EntryUses>().AddSingleton<ContentNames>().AddSingleton<SharedChanges>().AddSingleton<VersionNotifier>()
            .AddSingleton<RecentChanges>().AddSingleton<VisibleChanges>()
            .AddSingleton<EntryBatch>().AddSingleton<SearchedWordings>().AddSingleton<BuiltInCatalog>()
            .AddSingleton<SynonymSetReader>().AddEntryEditing<SynonymSetEditing>();

    /// <summary>Makes a kind of entries known, by itself and among all kinds.</summary>
    public static IServiceCollection AddEntryEditing<TKind>(this IServiceCollection services) where TKind : EntryEditing =>
        services.AddSingleton<TKind>().AddSingleton<EntryEditing>(provider => provider.GetRequiredService<TKind>());
}
