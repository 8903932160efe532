using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>A program of a test class's own, with people who may edit.</summary>
public class EditingServer : DirectoryServer, IAsyncLifetime
{
    private const string Password = "seven grey bicycles turn";

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Lets somebody in: a browser of their own, signed in by the sign-in page.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="name">What the person is called.</param>
    /// <param name="reader">How the person looks; at a desk where nothing else is said.</param>
    /// <param name="address">Where the person finds the program, where that is not by its own address.</param>
    public async Task<Editor> LetInAsync(Chromium chromium, string name, Reader? reader = null, Uri? address = null)
    {
        var userName = $"{name}-{Guid.NewGuid():N}"[..20].ToUpperInvariant();
        var account = new Account(userName, name, AccountRole.Administrator, DateTime.UtcNow)
        {
            NormalizedUserName = userName,
            PasswordHash = Services.GetRequiredService<Passwords>().Hash(Password),
        };
        await Services.GetRequiredService<WriteGate>().WriteAsync(db => db.AddAsync(account).AsTask());
        return await Editor.SignInAsync(chromium, address ?? Address, reader ?? Reader.AtADesk, userName, Password);
    }

    // Everybody signs in from this machine, more often than one address may.
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("RateLimits:SignInsPerFiveMinutes", "0");
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
