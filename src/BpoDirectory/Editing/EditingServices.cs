namespace BpoDirectory.Editing;

/// <summary>What editing offers to pages and endpoints.</summary>
public static class EditingServices
{
    public static IServiceCollection AddEditing(this IServiceCollection services) =>
        services.AddSingleton<EntryEditor>().AddSingleton<Drafts>().AddSingleton<NoteDrafts>().AddSingleton<Revisions>().AddSingleton<EntryChoices>().AddSingleton<EditorPresence>()
            .AddSingleton<EntryWorkList>().AddSingleton<EntryChanges>().AddSingleton<DraftNames>().AddSingleton<EntryUses>().AddSingleton<ContentNames>().AddSingleton<SharedChanges>()
            .AddEntryKind<SynonymSetKind>();

    /// <summary>Makes a kind of entries known, by itself and among all kinds.</summary>
    public static IServiceCollection AddEntryKind<TKind>(this IServiceCollection services) where TKind : EntryKind =>
        services.AddSingleton<TKind>().AddSingleton<EntryKind>(provider => provider.GetRequiredService<TKind>());
}
