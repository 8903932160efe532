using BpoDirectory.Accounts;
using BpoDirectory.Settings;

namespace BpoDirectory.Tests.Settings;

public sealed class SettingsStoreTests : IAsyncLifetime
{
    private readonly SettingsDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void Directory_without_settings_is_called_as_usual() =>
        Assert.Equal((0, "BPO Directory"), (_database.Current.Saved.Version, _database.Current.Content.Name));

    [Fact]
    public async Task What_is_saved_is_there_at_once_and_the_audit_says_what_changed()
    {
        var outcome = await SaveAsync(_database.Ada, 0, content => (content.Name, content.Examples) = ("Acme", ["payroll", "help"]));

        Assert.Equal((1, "Ada", "Acme"), (outcome.Saved!.Version, outcome.Saved.SavedBy, outcome.Saved.Content.Name));
        Assert.Equal("Acme", _database.Current.Content.Name);
        Assert.Equal(["payroll", "help"], _database.Current.Content.Examples);
        var entry = Assert.Single(await _database.AuditAsync());
        Assert.Equal(
            ("Ada", "the directory", "Name: BPO Directory → Acme; Examples: none → “payroll”, “help”"),
            (entry.ActorName, entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Second_of_two_administrators_overwrites_nothing()
    {
        await SaveAsync(_database.Ada, 0, content => content.Name = "Ada’s");

        var outcome = await SaveAsync(_database.Ben, 0, content => content.Name = "Ben’s");

        Assert.Null(outcome.Saved);
        Assert.Equal(("Ada", "Ada’s"), (outcome.Newer!.SavedBy, outcome.Newer.Content.Name));
        Assert.Equal("Ada’s", _database.Current.Content.Name);
        Assert.Single(await _database.AuditAsync());
    }

    [Fact]
    public async Task Saving_what_is_there_already_saves_nothing()
    {
        var outcome = await SaveAsync(_database.Ada, 0, _ => { });

        Assert.Equal(0, outcome.Saved!.Version);
        Assert.Empty(await _database.AuditAsync());
    }

    [Fact]
    public async Task Whoever_is_no_administrator_saves_nothing()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => SaveAsync(_database.Editor, 0, content => content.Name = "Mine"));

        Assert.Equal("BPO Directory", _database.Current.Content.Name);
    }

    [Fact]
    public async Task What_breaks_a_rule_is_not_saved()
    {
        var outcome = await SaveAsync(_database.Ada, 0, content => content.Accent = "#ffff00");

        Assert.Equal("accent", Assert.Single(outcome.Problems).Field);
        Assert.Equal(0, _database.Current.Saved.Version);
    }

    [Fact]
    public async Task Logo_is_kept_with_the_one_before_and_no_other()
    {
        var files = new[] { LogoFiles.Png, LogoFiles.WebP, LogoFiles.Jpeg }.Select(LogoFile.Read).ToArray();
        for (var i = 0; i < files.Length; i++)
            Assert.NotNull((await SaveAsync(_database.Ada, i, content => content.Logo = files[i].Reference, files[i])).Saved);

        Assert.Null(await FindAsync(files[0]));
        Assert.Equal(files[1].Bytes, await FindAsync(files[1]));
        Assert.Equal(files[2].Bytes, await FindAsync(files[2]));
        // Without its file, which is known.
        Assert.NotNull((await SaveAsync(_database.Ada, 3, content => content.Logo = files[1].Reference)).Saved);
    }

    [Fact]
    public async Task Logo_without_its_file_is_refused()
    {
        var outcome = await SaveAsync(_database.Ada, 0, content => content.Logo = LogoFile.Read(LogoFiles.Png).Reference);

        Assert.Equal("logo", Assert.Single(outcome.Problems).Field);
        Assert.Null(_database.Current.Content.Logo);
    }

    [Fact]
    [Trait(TestServer.Database, TestServer.File)]
    public async Task Settings_that_another_program_wrote_are_noticed()
    {
        await SaveAsync(_database.Ada, 0, content => content.Name = "Acme");
        _ = _database.Current.Content;

        await _database.SqlAsync("UPDATE DirectorySettings SET Content = '{\"name\":\"Restored\"}'");

        Assert.True(SpinWait.SpinUntil(() => _database.Current.Content.Name != "Acme", TimeSpan.FromMinutes(2)));
        Assert.Equal(("Restored", SettingsContent.UsualHeadline), (_database.Current.Content.Name, _database.Current.Content.Headline));
    }

    private async Task<byte[]?> FindAsync(LogoFile file) =>
        (await _database.Store.FindLogoAsync(file.Reference.Hash, CancellationToken.None))?.Bytes;

    private Task<SettingsOutcome> SaveAsync(Actor actor, int version, Action<SettingsContent> change, LogoFile? logo = null)
    {
        var content = new SettingsContent();
        change(content);
        return _database.Store.SaveAsync(actor, content, version, logo);
    }
}
