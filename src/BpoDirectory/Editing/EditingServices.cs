namespace BpoDirectory.Editing;

/// <summary>What editing offers to pages and endpoints.</summary>
public static class EditingServices
{
    public static IServiceCollection AddEditing(this IServiceCollection services) =>
        services.AddSingleton<EntryEditor>().AddSingleton<Drafts>().AddSingleton<Revisions>().AddSingleton<SynonymSetKind>().AddSingleton<EntryNames>()
            .AddSingleton<EditorPresence>();
}
