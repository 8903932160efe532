using System.Text;
using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class AuditCsvTests
{
    [Fact]
    public async Task First_line_names_the_columns()
    {
        using var file = new MemoryStream();
        await using (var csv = new AuditCsv(file))
        {
            await csv.BeginAsync(CancellationToken.None);
            await csv.EndAsync(CancellationToken.None);
        }

        Assert.Equal("Time (UTC),Kind,Actor,Subject,Detail\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("\U0001F6E0", "\"\U0001F6E0\"")]
    [InlineData("", "\"\"")]
    public async Task Cell_is_text_to_a_spreadsheet(string text, string expected)
    {
        var entry = new AuditEntry
        {
            At = new DateTime(2026, 3, 2, 8, 5, 9, DateTimeKind.Utc), Kind = AuditKind.Edited, ActorName = "Ada", Subject = text,
            Detail = "two\nlines",
        };

        Assert.Equal($"2026-03-02 08:05:09,\"Edited\",\"Ada\",{expected},\"two\nlines\"\r\n", await AuditLine.OfAsync(entry, "Ada"));
    }
}
