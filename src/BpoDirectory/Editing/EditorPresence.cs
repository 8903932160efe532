using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;

namespace BpoDirectory.Editing;

/// <summary>Who has which entry open for editing, in this program. Nothing depends on it: it only warns people of each other.</summary>
public sealed class EditorPresence(TimeProvider clock)
{
    /// <summary>Whoever has typed nothing for this long no longer counts.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private const string InAnotherTab = "you, in another tab";

    private readonly Lock _lock = new();
    private readonly List<Visit> _visits = [];

    /// <summary>Raised when somebody comes or goes, on whatever thread they do.</summary>
    public event Action? Changed;

    /// <summary>Says that somebody has opened an entry; dispose of what is returned when they leave it.</summary>
    public Visit Enter(EntryType type, int entryId, Actor editor)
    {
        var visit = new Visit(this, type, entryId, editor) { SeenAt = clock.GetTimestamp() };
        lock (_lock)
            _visits.Add(visit);
        Changed?.Invoke();
        return visit;
    }

    /// <summary>
    /// The names of the others who have the same entry open, each account’s once, in alphabetical order; and first, where it is so,
    /// that it is the same person in another tab.
    /// </summary>
    public IReadOnlyList<string> OthersThan(Visit visit)
    {
        lock (_lock)
            return [.. _visits
                .Where(other => other != visit && other.Type == visit.Type && other.EntryId == visit.EntryId
                    && clock.GetElapsedTime(other.SeenAt) <= Patience)
                .DistinctBy(other => other.Editor.AccountId)
                .OrderBy(other => other.Editor.AccountId != visit.Editor.AccountId).ThenByName(other => other.Editor.Name)
                .Select(other => other.Editor.AccountId == visit.Editor.AccountId ? InAnotherTab : other.Editor.Name)];
    }

    private void Leave(Visit visit)
    {
        bool left;
        lock (_lock)
            left = _visits.Remove(visit);
        if (left)
            Changed?.Invoke();
    }

    /// <summary>Somebody at an entry.</summary>
    public sealed class Visit(EditorPresence presence, EntryType type, int entryId, Actor editor) : IDisposable
    {
        internal EntryType Type => type;

        internal int EntryId => entryId;

        internal Actor Editor => editor;

        internal long SeenAt { get; set; }

        /// <summary>Says that they are still at it.</summary>
        public void Renew() => SeenAt = presence.Now;

        /// <summary>Says that they are gone.</summary>
        public void Dispose() => presence.Leave(this);
    }

    private long Now => clock.GetTimestamp();
}
