using BpoDirectory.Accounts;
using BpoDirectory.Accounts.Provider;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Accounts;

public sealed class KeyFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_one_start_encrypts_the_next_one_reads()
    {
        var secret = await WithProtectorAsync(protector => protector.Protect("ada"));

        Assert.Equal("ada", await WithProtectorAsync(protector => protector.Unprotect(secret)));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private async Task<string> WithProtectorAsync(Func<IDataProtector, string> use)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAccounts(_folder.Path, SessionLimits.Default, new ReadRights(true, false, false), new ProviderSettings());
        await using var provider = services.BuildServiceProvider();
        return use(provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("test"));
    }
}
