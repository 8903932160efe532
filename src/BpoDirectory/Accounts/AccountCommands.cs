using System.Globalization;
using BpoDirectory.Data;
using BpoDirectory.Operations;

namespace BpoDirectory.Accounts;

/// <summary>What whoever runs the program does with accounts on the command line. Everything is refused that the pages refuse.</summary>
public sealed class AccountCommands(SetUpLink link, AccountAdministration accounts, ApiTokens tokens)
{
    /// <summary>Runs the command.</summary>
    /// <param name="line">The command and its settings.</param>
    /// <param name="address">Where the program is reached.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">A setting of the command is missing or wrong.</exception>
    public async Task<int> RunAsync(CommandLine line, string address)
    {
        try
        {
            return line.Command switch
            {
                CommandLine.CreateAdministrator => await CreateAdministratorAsync(line),
                CommandLine.CreateToken => await CreateTokenAsync(line),
                _ => await link.PrintAsync(address),
            };
        }
        catch (Exception refused) when (refused is DirectoryRuleException or NotAllowedException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private async Task<int> CreateAdministratorAsync(CommandLine line)
    {
        var (user, name) = (line.Require("user"), line.Require("name"));
        if (!line.Flags.Contains(CommandLine.PasswordFlag))
            throw new SettingException($"“{line.Command}” needs {CommandLine.PasswordFlag}, and the password as the first line of the standard input.");
        await accounts.CreateAdministratorAsync(user, name, await Console.In.ReadLineAsync() ?? "");
        return 0;
    }

    private async Task<int> CreateTokenAsync(CommandLine line)
    {
        var (user, name, days) = (line.Require("user"), line.Require("name"), line.Require("days"));
        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var life))
            throw new SettingException($"--days is “{days}”. Allowed: a whole number of days from 1 to {ApiTokens.LongestLife}.");
        await Console.Out.WriteLineAsync(await tokens.CreateAsync(await accounts.FindAsync(user), name, life));
        return 0;
    }
}
