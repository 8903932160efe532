namespace BpoDirectory.Components.Admin.Editing;

/// <summary>Asks once for the keyboard to move to the part of the page with this id.</summary>
public sealed class FocusRequest(string id)
{
    public string Id => id;
}
