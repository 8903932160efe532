using BpoDirectory.Accounts;

namespace BpoDirectory.Tests.Accounts;

public sealed class PasswordsTests
{
    private readonly CountingHasher _hasher = new();

    [Theory]
    [InlineData("Régie à côté 12", "Re\u0301gie a\u0300 co\u0302te\u0301 12")]
    [InlineData("ệ ệ ệ und so weiter", "e\u0302\u0323 e\u0323\u0302 ê\u0323 und so weiter")]
    [InlineData("한국어 비밀번호 열두 글자", "\u1112\u1161\u11AB\u1100\u116E\u11A8\u110B\u1165 비밀번호 열두 글자")]
    [InlineData("Ｆｕｌｌ width 12 ﬁsh", "Full width 12 fish")]
    [InlineData("pass\u00A0word on a line", "pass word on a line")]
    public void Password_is_the_same_however_it_is_encoded(string password, string other)
    {
        var passwords = new Passwords(_hasher);

        Assert.True(passwords.IsRight(passwords.Hash(password), other));
        Assert.True(passwords.IsRight(passwords.Hash(other), password));
    }

    [Theory]
    [InlineData("é", "e\u0301")]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("ᾷ", "α\u0342\u0345")]
    public void Longest_password_is_the_same_when_its_marks_are_typed_apart(string letter, string apart)
    {
        var passwords = new Passwords(_hasher);

        Assert.True(passwords.IsRight(passwords.Hash(Repeated(letter)), Repeated(apart)));

        static string Repeated(string letter) => string.Concat(Enumerable.Repeat(letter, PasswordRules.Longest));
    }

    [Theory]
    [InlineData("Régie à côté 12", "Regie a cote 12")]
    [InlineData("Régie à côté 12", "régie à côté 12")]
    [InlineData("Straße und Gasse", "Strasse und Gasse")]
    [InlineData("zero\u200Bwidth password", "zerowidth password")]
    [InlineData("“quoted” password", "\"quoted\" password")]
    public void Password_that_reads_otherwise_is_another_one(string password, string other)
    {
        var passwords = new Passwords(_hasher);

        Assert.False(passwords.IsRight(passwords.Hash(password), other));
    }

    [Theory]
    [InlineData("Régie à côté 12")]
    [InlineData("correct horse battery")]
    public void Password_hashed_as_it_was_typed_still_opens(string password) =>
        Assert.True(new Passwords(_hasher).IsRight(_hasher.HashPassword(null!, password), password));
}
