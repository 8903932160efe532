using System.Net.Sockets;
using BpoDirectory.Data;
using BpoDirectory.Operations.Backups;
using Microsoft.AspNetCore.Connections;

namespace BpoDirectory.Operations;

/// <summary>Explains the failures that an operator can fix; all others are faults of the program.</summary>
public static class StartFailure
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";
    private const string KestrelAssembly = $"{Kestrel}.Core";

    /// <summary>One line saying what is wrong and what to do; null when only a developer can help.</summary>
    public static string? Explain(Exception error, DataFolder? data) => error switch
    {
        SettingException or DatabaseUnusableException or DataFolderUnusableException or BackupFailedException => error.Message,
        InvalidDataException { InnerException: FormatException } => $"{Sentence(error)} Correct the file, then start again.",
        IOException { InnerException: AddressInUseException } =>
            $"{Sentence(error)} End the program that listens there, or choose another address with --urls.",
        SocketException => $"The program cannot listen at the address configured: {Sentence(error)} Choose another one with --urls.",
        InvalidOperationException { Source: KestrelAssembly } => $"Urls: {Sentence(error)}",
        _ when IsOfServer(error) =>
            $"An address or a certificate of the server cannot be used: {Sentence(error)} Correct it under Kestrel in the settings, or choose addresses with --urls.",
        _ => data is null ? null : DirectoryDatabase.Explain(error, data.DatabaseFile),
    };

    // Certificates fail in as many ways as there are kinds of them.
    private static bool IsOfServer(Exception error) => error.StackTrace?.Contains(Kestrel, StringComparison.Ordinal) is true;

    // Some of the framework's messages go on with a manual.
    private static string Sentence(Exception error) => error.Message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
