using BpoDirectory.Accounts;
using BpoDirectory.Data;

namespace BpoDirectory.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse staple")]
    [InlineData("onlylowercaseletterstoo")]
    [InlineData("80 14 27 93 65")]
    [InlineData("пароль из слов")]
    [InlineData("xkcd.936-entropy")]
    public void Long_password_of_any_characters_is_taken(string password) => PasswordRules.Check(password, "ada", "Ada Lovelace");

    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    [InlineData("👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧")]
    public void Short_password_is_refused(string password) => AssertRefused(password, "12 characters or more");

    [Fact]
    public void Endless_password_is_refused() => AssertRefused(string.Concat(Enumerable.Range(0, 100).Select(i => $"word{i} ")), "at most");

    [Theory]
    [InlineData("qwertyuiop123")]
    [InlineData("password1234")]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("Administrator1")]
    [InlineData("bpodirectory1")]
    [InlineData("lovelace1815")]
    [InlineData("adalovelace!!")]
    public void What_others_would_try_first_is_refused(string password) => AssertRefused(password, "first that others would try");

    private static void AssertRefused(string password, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<DirectoryRuleException>(() => PasswordRules.Check(password, "ada", "Ada Lovelace")).Message,
            StringComparison.Ordinal);
}
