using BpoDirectory.Data;

namespace BpoDirectory.Editing.Revisions;

/// <summary>Tells whoever has an entry open of each version that is saved in this program, by whatever way.</summary>
public sealed class VersionNotifier : IDisposable
{
    private readonly WriteGate _gate;

    public VersionNotifier(WriteGate gate)
    {
        _gate = gate;
        gate.Committed += Tell;
    }

    /// <summary>Raised after a version is committed, on the thread that wrote it: whoever hears it must not keep that thread.</summary>
    public event Action<Revision>? Saved;

    public void Dispose() => _gate.Committed -= Tell;

    private void Tell(CatalogChange change)
    {
        foreach (var revision in change.Revisions.Where(revision => revision.Action != RevisionAction.Loaded))
            Saved?.Invoke(revision);
    }
}
