using BpoDirectory.Accounts;
using BpoDirectory.Editing;

namespace BpoDirectory.Settings;

/// <summary>
/// One administrator's work at the settings. What they type is never replaced: where somebody else saved meanwhile, only what they
/// left as it was becomes what was saved.
/// </summary>
public sealed class SettingsSession : FormSession
{
    private readonly SettingsStore _store;

    /// <summary>Begins with the settings as they are.</summary>
    public SettingsSession(SettingsStore store, SavedSettings present) =>
        (_store, Present, Content) = (store, present, ContentJson.Copy(present.Content));

    /// <summary>The settings as they were last known to be kept.</summary>
    public SavedSettings Present { get; private set; }

    /// <summary>What is typed.</summary>
    public SettingsContent Content { get; private set; }

    /// <summary>The file of the logo that is chosen and not saved yet.</summary>
    public LogoFile? NewLogo { get; private set; }

    /// <summary>Why the file chosen last cannot be the logo; null when it can. It keeps nothing from being saved.</summary>
    public string? RefusedFile { get; private set; }

    /// <summary>What somebody else saved before the last attempt to save, and what was saved before that; null when nobody did.</summary>
    public (SavedSettings Before, SavedSettings After)? Newer { get; private set; }

    /// <summary>The fields that differ from what is kept.</summary>
    public IReadOnlyList<SettingsField> Changes => SettingsField.Differing(Present.Content, Content);

    /// <summary>Takes the logo in a file; where it is none, the reason is noted and the present one stays.</summary>
    public void ChooseLogo(byte[] file)
    {
        try
        {
            NewLogo = LogoFile.Read(file);
            SetLogo(NewLogo.Reference);
        }
        catch (Data.DirectoryRuleException refused)
        {
            RefuseFile(refused.Message);
        }
    }

    /// <summary>Notes why a file that was chosen cannot be the logo; the present one stays.</summary>
    public void RefuseFile(string reason)
    {
        RefusedFile = reason;
        NoteChange();
    }

    /// <summary>Notes that the logo chosen cannot be drawn; the one that is kept stays.</summary>
    public void RefuseBrokenLogo()
    {
        (NewLogo, Content.Logo) = (null, Present.Content.Logo);
        RefuseFile("The file begins like a picture and cannot be shown: save it anew.");
    }

    /// <summary>Goes back to the usual mark.</summary>
    public void RemoveLogo() => SetLogo(null);

    /// <summary>Saves what is typed.</summary>
    /// <returns>What was kept before, to go back to; null when nothing was saved.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="Data.NotKeptException">The database cannot be written at present.</exception>
    public async Task<SavedSettings?> SaveAsync(Actor actor)
    {
        var (before, sent) = (Present, ContentJson.Copy(Content));
        Newer = null;
        var outcome = await _store.SaveAsync(actor, sent, before.Version, NewLogo);
        Problems = outcome.Problems;
        if (outcome.Newer is { } newer)
        {
            Newer = (before, newer);
            TakeUp(before.Content, newer);
        }
        if (outcome.Saved is not { } saved)
            return null;
        RefusedFile = null;
        TakeUp(sent, saved);
        return saved.Version == before.Version ? null : before;
    }

    /// <summary>Goes back to what was kept before a save, unless somebody saved since; what is typed since stays.</summary>
    /// <param name="actor">Who goes back.</param>
    /// <param name="saved">What the save kept.</param>
    /// <param name="before">What was kept before.</param>
    /// <returns>Whether that was done.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="Data.NotKeptException">The database cannot be written at present.</exception>
    public async Task<bool> UndoAsync(Actor actor, SavedSettings saved, SavedSettings before)
    {
        if ((await _store.SaveAsync(actor, before.Content, saved.Version)).Saved is not { } restored)
            return false;
        TakeUp(saved.Content, restored);
        return true;
    }

    /// <summary>Throws away what is typed.</summary>
    public void Discard()
    {
        (Content, NewLogo, RefusedFile, Newer, Problems) = (ContentJson.Copy(Present.Content), null, null, null, []);
        NoteChange();
    }

    private void SetLogo(LogoReference? logo)
    {
        (Content.Logo, RefusedFile) = (logo, null);
        Problems = [.. Problems.Where(other => other.Field != "logo")];
        NoteChange();
    }

    private void TakeUp(SettingsContent from, SavedSettings present)
    {
        (Content, Present) = (SettingsField.Merge(from, Content, present.Content), present);
        NoteChange();
    }
}
