using System.Diagnostics;
using BpoDirectory.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;

namespace BpoDirectory.Operations;

/// <summary>What is answered when something is wrong: a page to readers, problem details (RFC 9457) to callers of the API.</summary>
public static class ErrorAnswers
{
    public static void AddErrorAnswers(this IServiceCollection services) =>
        services
            .AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
            {
                problem.ProblemDetails.Detail ??= Advice(problem.ProblemDetails.Status);
                problem.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString();
            })
            .AddExceptionHandler<ApiErrors>();

    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = failed => IsOfConnection(failed.Exception),
        });
        app.UseWhen(context => !IsForApi(context.Request.Path), pages => pages
            .UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true)
            .Use(GetExplanationAsync)
            .Use(LeaveRoomAsync));
        app.UseWhen(context => IsForApi(context.Request.Path), api => api.UseStatusCodePages());
    }

    // The page that explains what went wrong is to be shown, whatever was to be done at the address asked for.
    private static async Task GetExplanationAsync(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request.Method;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        await next(context);
        context.Request.Method = asked;
    }

    // A form that is refused for its token has been declared HTML by then, without a word of it: no explanation would follow.
    private static async Task LeaveRoomAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: "text/html; charset=utf-8" })
            context.Response.ContentType = null;
    }

    // A request that cannot be read is the sender's fault.
    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ when IsOfConnection(error) => StatusCodes.Status499ClientClosedRequest,
        _ when IsOfStorage(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // Whoever asked has gone, or the program ends: nobody reads the answer, and nothing is wrong here.
    private static bool IsOfConnection(Exception error) => error is ConnectionAbortedException or ConnectionResetException;

    // The database, or the keys that cookies are made with.
    private static bool IsOfStorage(Exception error) =>
        error is IOException or UnauthorizedAccessException || DirectoryDatabase.CannotBeUsed(error)
            || (error.InnerException is { } cause && IsOfStorage(cause));

    // What to do about an answer that nothing else explains.
    private static string? Advice(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized =>
            "Send an access token that is in force as “Authorization: Bearer …”. Editors create one at /account.",
        StatusCodes.Status404NotFound => "There is nothing at this address; /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => "The address does not know this method; the header Allow names those that it knows.",
        StatusCodes.Status413PayloadTooLarge => "Shorten the body; nothing was changed.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body with “Content-Type: application/json”.",
        StatusCodes.Status429TooManyRequests =>
            "Too many requests came from this address. Wait as many seconds as the header Retry-After says.",
        StatusCodes.Status500InternalServerError =>
            "Something went wrong here. Try again; if it keeps happening, report it with the traceId.",
        StatusCodes.Status503ServiceUnavailable =>
            "Nothing was changed: the directory cannot keep anything at present. Try again later; its log says why.",
        _ => null,
    };

    internal static bool IsForApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/mcp");

    private sealed class ApiErrors(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            // The path of the context is that of the error page by now.
            if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failed || !IsForApi(failed.Path))
                return false;
            httpContext.Response.StatusCode = StatusOf(exception);
            return await problems.TryWriteAsync(new() { HttpContext = httpContext });
        }
    }
}
