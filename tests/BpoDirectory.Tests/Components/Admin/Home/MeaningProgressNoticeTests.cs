using BpoDirectory.Components.Admin.Home;
using BpoDirectory.Search.Meaning;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace BpoDirectory.Tests.Components.Admin.Home;

public sealed class MeaningProgressNoticeTests : BunitContext, IAsyncLifetime
{
    private readonly MeaningProgress _progress = new();

    public MeaningProgressNoticeTests()
    {
        Services.AddMudServices();
        Services.AddSingleton(_progress);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public void Nothing_is_said_while_nothing_is_computed() => Assert.Equal("", Render<MeaningProgressNotice>().Markup.Trim());

    [Fact]
    public void Progress_is_followed_until_everything_is_ready()
    {
        _progress.Report(1200, 3766);
        var notice = Render<MeaningProgressNotice>();
        Assert.Equal("Search by meaning: 1,200 of 3,766 texts ready.", notice.Find("span").TextContent);

        _progress.Report(1264, 3766);
        notice.WaitForAssertion(() => Assert.Equal("Search by meaning: 1,264 of 3,766 texts ready.", notice.Find("span").TextContent));

        _progress.End();
        notice.WaitForAssertion(() => Assert.Equal("", notice.Markup.Trim()));
    }

    [Fact]
    public async Task Page_that_is_closed_listens_no_more()
    {
        Render<MeaningProgressNotice>();
        await DisposeComponentsAsync();

        _progress.Report(1, 2);
    }
}
