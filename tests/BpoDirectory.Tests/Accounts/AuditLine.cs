using System.Text;
using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

/// <summary>An audit entry as the file of the audit has it.</summary>
internal static class AuditLine
{
    public static async Task<string> OfAsync(AuditEntry entry, string actor)
    {
        using var file = new MemoryStream();
        await using (var csv = new AuditCsv(file))
        {
            await csv.WriteAsync(entry, actor, CancellationToken.None);
            await csv.EndAsync(CancellationToken.None);
        }
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
