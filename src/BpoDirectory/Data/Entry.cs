namespace BpoDirectory.Data;

/// <summary>
/// What everything in the catalog has in common that editors can change: a version, and being archived instead of destroyed.
/// </summary>
public abstract class Entry
{
    public int Id { get; private set; }

    /// <summary>1 when new; one more with every saved change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>When this version was saved, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Archived entries are kept but no longer shown or found.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>Takes the entry out of sight without losing it.</summary>
    public void Archive() => IsArchived = true;

    /// <summary>Brings an archived entry back.</summary>
    public void Restore() => IsArchived = false;

    /// <summary>Archives the entry or brings it back.</summary>
    public void SetArchived(bool isArchived) => IsArchived = isArchived;

    /// <summary>Marks a saved change: one version more, at the time given (UTC).</summary>
    public void Touch(DateTime savedAt)
    {
        if (UpdatedAt != default)
            Version++;
        UpdatedAt = savedAt;
    }

    /// <summary>
    /// Lets a new entry go on from the version that it had in another directory, which was saved there at the time given (UTC).
    /// </summary>
    public void ContinueFrom(int version, DateTime savedAt) => (Version, UpdatedAt) = (version, savedAt);
}
