using BpoDirectory.Settings;

namespace BpoDirectory.Tests.Settings;

public sealed class SettingsSessionTests : IAsyncLifetime
{
    private readonly SettingsDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Second_of_two_keeps_what_they_typed_and_gets_the_rest_of_what_the_first_saved()
    {
        var (ada, ben) = (_database.Open(), _database.Open());
        (ada.Content.Name, ada.Content.Headline) = ("Ada’s", "Ada’s question?");
        (ben.Content.Name, ben.Content.ReportAddress) = ("Ben’s", "ben@example.com");
        await ada.SaveAsync(_database.Ada);

        Assert.Null(await ben.SaveAsync(_database.Ben));

        Assert.Equal(("Ada", "Ada’s"), (ben.Newer!.Value.After.SavedBy, ben.Newer.Value.After.Content.Name));
        Assert.Equal(("Ben’s", "Ada’s question?", "ben@example.com"), (ben.Content.Name, ben.Content.Headline, ben.Content.ReportAddress));
        Assert.Equal("Ada’s", _database.Current.Content.Name);

        Assert.NotNull(await ben.SaveAsync(_database.Ben));
        var kept = _database.Current.Content;
        Assert.Equal(("Ben’s", "Ada’s question?", "ben@example.com"), (kept.Name, kept.Headline, kept.ReportAddress));
        Assert.Null(ben.Newer);
        Assert.Empty(ben.Changes);
    }

    [Fact]
    public async Task Save_is_undone_and_what_was_typed_since_stays()
    {
        var session = _database.Open();
        session.Content.Name = "Acme";
        var before = await session.SaveAsync(_database.Ada);
        session.Content.Headline = "Typed since?";

        Assert.True(await session.UndoAsync(_database.Ada, session.Present, before!));

        Assert.Equal(("BPO Directory", "Typed since?"), (session.Content.Name, session.Content.Headline));
        Assert.Equal(
            ("BPO Directory", SettingsContent.UsualHeadline), (_database.Current.Content.Name, _database.Current.Content.Headline));
    }

    [Fact]
    public async Task Save_that_somebody_else_has_followed_is_not_undone()
    {
        var session = _database.Open();
        session.Content.Name = "Acme";
        var before = await session.SaveAsync(_database.Ada);
        var other = _database.Open();
        other.Content.Headline = "Ben’s question?";
        await other.SaveAsync(_database.Ben);

        Assert.False(await session.UndoAsync(_database.Ada, session.Present, before!));

        Assert.Equal("Acme", _database.Current.Content.Name);
    }

    [Fact]
    public async Task Wrong_file_is_told_of_and_the_present_logo_stays()
    {
        var session = _database.Open();
        session.ChooseLogo(LogoFiles.Png);
        await session.SaveAsync(_database.Ada);
        var logo = session.Content.Logo;

        session.ChooseLogo("<html/>"u8.ToArray());

        Assert.Contains("document of another kind", session.RefusedFile, StringComparison.Ordinal);
        Assert.Equal(logo, session.Content.Logo);
        Assert.Empty(session.Changes);
        session.ChooseLogo(LogoFiles.Svg());
        Assert.Null(session.RefusedFile);
        Assert.Equal("Logo", Assert.Single(session.Changes).Label);
    }

    [Fact]
    public async Task Removed_logo_can_be_brought_back()
    {
        var session = _database.Open();
        session.ChooseLogo(LogoFiles.Png);
        await session.SaveAsync(_database.Ada);
        session.RemoveLogo();
        var before = await session.SaveAsync(_database.Ada);
        Assert.Null(_database.Current.Content.Logo);

        await session.UndoAsync(_database.Ada, session.Present, before!);

        var logo = _database.Current.Content.Logo!;
        Assert.Equal(LogoFiles.Png, (await _database.Store.FindLogoAsync(logo.Hash, CancellationToken.None))!.Bytes);
    }

    [Fact]
    public void Discarded_work_is_as_kept_again()
    {
        var session = _database.Open();
        session.Content.Name = "";
        session.ChooseLogo(LogoFiles.Png);

        session.Discard();

        Assert.Empty(session.Changes);
        Assert.Null(session.NewLogo);
    }
}
