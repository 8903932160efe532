using System.Data.Common;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>A draft that is found later than the page comes alive.</summary>
[Collection(SecondBrowser.Name)]
public sealed class SlowDiskTests(Chromium chromium, SlowDiskTests.SlowServer server) : IClassFixture<SlowDiskTests.SlowServer>
{
    [Fact]
    public async Task What_the_server_never_heard_waits_for_the_draft_that_it_belongs_to()
    {
        await using var ada = await server.LetInAsync(chromium, "Ada");
        await ada.OpenAsync("marketing");
        await ada.Summary.PressSequentiallyAsync(" One.");
        await ada.KeptAsync();
        await ada.Page.EvaluateAsync("() => { WebSocket.prototype.send = () => {}; }");
        await ada.Summary.PressSequentiallyAsync(" Two.");

        await ada.Page.ReloadAsync();
        await ada.ContinueAsync();

        await Expect(ada.Summary).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(" One[.] Two[.]$"));
    }

    /// <summary>A program whose drafts take a second to read.</summary>
    public sealed class SlowServer : EditingServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(
                services => services.ConfigureDbContext<DirectoryDbContext>(options => options.AddInterceptors(new SlowDrafts())));
        }
    }

    private sealed class SlowDrafts : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FROM \"Drafts\"", StringComparison.Ordinal))
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            return result;
        }
    }
}
