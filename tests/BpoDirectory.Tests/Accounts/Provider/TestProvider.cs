using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BpoDirectory.Tests.Accounts.Provider;

/// <summary>What a provider that cannot be trusted does with the tokens it issues.</summary>
public enum Lie
{
    None,
    AnotherAudience,
    AnotherIssuer,
    AnotherNonce,
    NoNonce,
    Expired,
    WithoutSignature,
    SignedByAnotherKey,
    SignedWithTheSecret,
    ChangedAfterSigning,
    AnotherSubjectInUserInfo,
}

/// <summary>An OpenID Connect provider on a port of its own, at which everybody is signed in already; it lies when it is told to.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "directory";
    public const string ClientSecret = "a secret that is long enough to sign something with";

    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Question> _codes = new();
    private readonly ConcurrentDictionary<string, Dictionary<string, object>> _tokens = new();
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    private TestProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (!IsDown)
                return next(context);
            context.Abort();
            return Task.CompletedTask;
        });
        _app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = Issuer + "/authorize",
            ["token_endpoint"] = Issuer + "/token",
            ["userinfo_endpoint"] = Issuer + "/userinfo",
            ["end_session_endpoint"] = Issuer + "/end-session",
            ["jwks_uri"] = Issuer + "/keys",
        });
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
        _app.MapGet("/userinfo", (HttpRequest request) => UserInfo(request.Headers.Authorization.ToString()["Bearer ".Length..]));
    }

    /// <summary>Whether it cuts every connection.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether it refuses to sign anybody in.</summary>
    public bool Denies { get; set; }

    public Lie Lie { get; set; }

    /// <summary>What it tells of whoever signs in.</summary>
    public Dictionary<string, object> Claims { get; set; } = [];

    public string Issuer => _app.Urls.First();

    public static async Task<TestProvider> StartAsync()
    {
        var provider = new TestProvider();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>The settings of a program whose people sign in here.</summary>
    public (string Key, string Value)[] Settings(params (string Key, string Value)[] others) => SettingsFor(Issuer, others);

    /// <summary>The settings of a program whose people sign in at an address.</summary>
    public static (string Key, string Value)[] SettingsFor(string authority, params (string Key, string Value)[] others) =>
    [
        .. new[]
        {
            ("Authority", authority), ("ClientId", ClientId), ("ClientSecret", ClientSecret), ("Name", "Example Login"),
            ("Administrators", "bpo-admins"), ("Editors", "bpo-editors;bpo-writers"), ("Readers", "bpo-readers"),
        }.Concat(others).Select(setting => ("Accounts:OpenIdConnect:" + setting.Item1, setting.Item2)),
    ];

    /// <summary>What a browser does that the program sent here: answers where it is sent back to.</summary>
    public async Task<Uri> VisitAsync(Uri address)
    {
        using var answer = await _browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private object Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = "first" });
        return new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.KeyId, n = key.N, e = key.E } } };
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        Assert.Equal($"{ClientId} code S256", $"{asked["client_id"]} {asked["response_type"]} {asked["code_challenge_method"]}");
        var back = asked["redirect_uri"].ToString();
        var state = asked["state"].ToString();
        if (Denies)
            return SendBack(new() { ["error"] = "access_denied", ["state"] = state });
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Question(asked["nonce"].ToString(), asked["code_challenge"].ToString(), back);
        return SendBack(new() { ["code"] = code, ["state"] = state });

        IResult SendBack(Dictionary<string, string?> answer) => Results.Redirect(QueryHelpers.AddQueryString(back, answer));
    }

    // Each code is good once, for who asked for it (RFC 6749, 4.1.2; RFC 7636).
    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var question)
            || form["client_secret"] != ClientSecret
            || form["redirect_uri"] != question.Back
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != question.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        var access = Guid.NewGuid().ToString("N");
        _tokens[access] = Claims;
        return Results.Json(new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = IdToken(question.Nonce) });
    }

    // The roles are told here alone, as many providers do.
    private IResult UserInfo(string access)
    {
        if (!_tokens.TryGetValue(access, out var claims))
            return Results.Unauthorized();
        var told = new Dictionary<string, object>(claims);
        if (Lie == Lie.AnotherSubjectInUserInfo)
            told["sub"] = "somebody-else";
        return Results.Json(told);
    }

    private string IdToken(string nonce)
    {
        var now = DateTime.UtcNow;
        using var other = RSA.Create(2048);
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Lie == Lie.AnotherIssuer ? "https://login.example.net" : Issuer,
            Audience = Lie == Lie.AnotherAudience ? "another-program" : ClientId,
            IssuedAt = Lie == Lie.Expired ? now.AddHours(-2) : now,
            NotBefore = Lie == Lie.Expired ? now.AddHours(-2) : now,
            Expires = Lie == Lie.Expired ? now.AddHours(-1) : now.AddMinutes(5),
            Claims = Claims.Where(claim => claim.Key != "roles").ToDictionary(),
            SigningCredentials = Lie switch
            {
                Lie.WithoutSignature => null,
                Lie.SignedByAnotherKey =>
                    new SigningCredentials(new RsaSecurityKey(other) { KeyId = "first" }, SecurityAlgorithms.RsaSha256),
                Lie.SignedWithTheSecret =>
                    new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret)), SecurityAlgorithms.HmacSha256),
                _ => new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "first" }, SecurityAlgorithms.RsaSha256),
            },
        };
        if (Lie != Lie.NoNonce)
            descriptor.Claims["nonce"] = Lie == Lie.AnotherNonce ? "another" : nonce;
        descriptor.SigningCredentials?.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        var token = new JsonWebTokenHandler().CreateToken(descriptor);
        return Lie == Lie.ChangedAfterSigning ? WithAnotherSubject(token) : token;
    }

    private static string WithAnotherSubject(string token)
    {
        var parts = token.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("\"sub\":\"", "\"sub\":\"x", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }

    private sealed record Question(string Nonce, string Challenge, string Back);
}
