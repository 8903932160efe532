namespace BpoDirectory.Tests.Operations;

/// <summary>Requests as they come over the wire, sound and unsound.</summary>
public sealed class ServedRequestsTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=payroll")]
    [InlineData("/departments/legal")]
    [InlineData("/no-such-page")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/v1/departments")]
    [InlineData("/api/v1/departments/no-such-department")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/ready")]
    public async Task Head_is_answered_as_get_is_without_the_body(string target)
    {
        var (status, whole) = await program.RequestAsync(target);
        var (headStatus, head) = await program.RequestAsync(target, "HEAD");

        Assert.Equal(status, headStatus);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        Assert.False(whole.EndsWith("\r\n\r\n", StringComparison.Ordinal) && !whole.Contains("chunked", StringComparison.Ordinal));
        Assert.Equal(Line(whole, "Content-Type"), Line(head, "Content-Type"));
        Assert.Equal(Line(whole, "Content-Security-Policy"), Line(head, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/%00")]
    public async Task Server_does_not_tell_its_name(string target) =>
        Assert.Null(Line((await program.RequestAsync(target)).Answer, "Server"));

    [Theory]
    [InlineData("/%00")]
    [InlineData("/%FF%FE")]
    [InlineData("/departments/%FF")]
    [InlineData("/departments/%00")]
    [InlineData("/departments/%ED%A0%80")]
    [InlineData("/?q=%00")]
    [InlineData("/?q=%FF&page=%FF&view=%00&office=%00")]
    [InlineData("/?q=%")]
    [InlineData("/%")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("//")]
    [InlineData("/\\..\\")]
    [InlineData("/?page=99999999999999999999")]
    [InlineData("/api/v1/departments/%FF")]
    [InlineData("/api/v1/departments?q=%FF%00%")]
    [InlineData("/functions?q=%00")]
    [InlineData("/sitemap-departments-99999999999.xml")]
    [InlineData("/?q=\u00FF")]
    [InlineData("*")]
    public async Task Malformed_address_is_no_fault_of_the_server(string target) =>
        Assert.InRange((await program.RequestAsync(target)).Status, 200, 499);

    [Theory]
    [InlineData("/?q=")]
    [InlineData("/api/v1/departments?q=")]
    [InlineData("/functions?q=")]
    public async Task Question_of_5000_encoded_characters_is_answered(string target) =>
        Assert.Equal(200, (await program.RequestAsync(target + string.Concat(Enumerable.Repeat("%E6%97%A5", 5_000)))).Status);

    [Fact]
    public async Task Address_without_end_is_refused() =>
        Assert.Equal(414, (await program.RequestAsync("/?q=" + new string('a', 200_000))).Status);

    [Fact]
    public async Task Header_without_end_is_refused() =>
        Assert.Equal(431, (await program.RequestAsync("/", headers: $"Cookie: {new string('a', 100_000)}\r\n")).Status);

    [Theory]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000000\r\n")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: -1\r\n")]
    [InlineData("Content-Length: 0\r\n")]
    [InlineData("Cookie: \u00FF=\u0001;;;=\r\nContent-Length: 0\r\n")]
    [InlineData("Accept-Encoding: \u00FF;q=nonsense\r\nIf-None-Match: \"\r\nRange: bytes=5-1,-\r\nContent-Length: 0\r\n")]
    public async Task Malformed_post_is_no_fault_of_the_server(string headers)
    {
        Assert.InRange((await program.RequestAsync("/", "POST", headers)).Status, 400, 499);
        Assert.InRange((await program.RequestAsync("/api/v1/departments", "POST", headers)).Status, 400, 499);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("NONSENSE")]
    public async Task Method_that_nothing_answers_is_refused(string method)
    {
        Assert.InRange((await program.RequestAsync("/", method)).Status, 400, 499);
        var (status, answer) = await program.RequestAsync("/api/v1/comparison", method);
        Assert.Equal((405, "Allow: GET, HEAD"), (status, Line(answer, "Allow")));
    }

    [Fact]
    public async Task What_is_no_http_is_refused() =>
        Assert.StartsWith("HTTP/1.1 400", await program.SendAsync("\u0016\u0003\u0001 hello\r\n\r\n"), StringComparison.Ordinal);

    private static string? Line(string answer, string header) =>
        answer.Split("\r\n\r\n")[0].Split("\r\n").FirstOrDefault(line => line.StartsWith(header + ":", StringComparison.OrdinalIgnoreCase));
}
