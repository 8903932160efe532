using System.Text;
using BpoDirectory.Accounts.Provider;
using BpoDirectory.Data;
using BpoDirectory.Operations.Caching;
using BpoDirectory.Operations.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BpoDirectory.Accounts;

/// <summary>What the account pages need beside pages: signing out, questions to passkeys, the audit trail as a file.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps them. Each POST demands the token of a form of this site.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/sign-out", SignOutAsync).WithMetadata(new PersonalAttribute()).AddEndpointFilter(LeaveWhenSignedOut)
            .AddEndpointFilter(DemandFormToken).ExcludeFromDescription();
        var account = endpoints.MapGroup("/account").WithMetadata(new PersonalAttribute()).AddEndpointFilter(DemandFormToken)
            .ExcludeFromDescription();
        account.MapPost("/passkeys/question", AskForPasskeyAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/passkeys/new-question", AskForNewPasskeyAsync).RequireAuthorization();
        endpoints.MapProvider();
        endpoints.MapGet("/admin/audit.csv", WriteAuditAsync).WithMetadata(new PersonalAttribute())
            .RequireAuthorization(Policies.Administer).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, Sessions sessions)
    {
        var isOfProvider = await context.IsSessionOfProviderAsync();
        await sessions.EndAsync(Actor.From(context.User));
        await context.ForgetSessionAsync();
        return isOfProvider ? await ProviderEndpoints.SignOutAsync(context) : TypedResults.LocalRedirect("/");
    }

    private static async Task<ContentHttpResult> AskForPasskeyAsync(HttpContext context, PasskeySignIn passkeys) =>
        Json(await passkeys.AskAsync(context));

    private static async Task<ContentHttpResult> AskForNewPasskeyAsync(HttpContext context, Passkeys passkeys) =>
        Json(await passkeys.AskAsync(Actor.From(context.User), context));

    private static async Task WriteAuditAsync(
        string? kind, string? actor, string? subject, string? from, string? to, HttpContext context, AuditReader audit, AuditTrail trail,
        WriteGate gate)
    {
        await gate.WriteAsync(db =>
        {
            trail.Add(db, AuditKind.AuditExported, "audit.csv", context.Request.QueryString.ToString(), Actor.From(context.User));
            return Task.CompletedTask;
        });
        var response = context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        await using var csv = new AuditCsv(response.Body);
        await csv.BeginAsync(context.RequestAborted);
        await audit.EachAsync(
            AuditFilter.Parse(kind, actor, subject, from, to), (entry, who) => csv.WriteAsync(entry, who, context.RequestAborted),
            context.RequestAborted);
        await csv.EndAsync(context.RequestAborted);
    }

    // The options are JSON already.
    private static ContentHttpResult Json(PasskeyQuestion question) =>
        TypedResults.Text($$"""{"name":"{{question.Name}}","options":{{question.Options}}}""", "application/json", Encoding.UTF8);

    // Whose session is over is out already, and the form they send is one of that session.
    private static async ValueTask<object?> LeaveWhenSignedOut(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.User.Identity is { IsAuthenticated: true } ? await next(context) : TypedResults.LocalRedirect("/");

    /// <summary>Refuses a form that is none of this site.</summary>
    internal static async ValueTask<object?> DemandFormToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Text("This page is out of date. Open it again.", statusCode: StatusCodes.Status400BadRequest);
}
