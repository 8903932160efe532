namespace BpoDirectory.Editing;

/// <summary>A content with names beside its title, by which search finds the entry.</summary>
public interface IOtherNames
{
    /// <summary>Whether it has the name, in capitals or not.</summary>
    bool HasName(string name);

    /// <summary>Gives it one more name.</summary>
    void AddName(string name);

    /// <summary>Takes the name away.</summary>
    void RemoveName(string name);
}
