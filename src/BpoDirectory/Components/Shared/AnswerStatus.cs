namespace BpoDirectory.Components.Shared;

/// <summary>Gives a rendered page another status than 200.</summary>
public static class AnswerStatus
{
    /// <summary>Answers with <paramref name="status"/> and the page as rendered; nobody keeps such an answer.</summary>
    public static void Set(HttpContext context, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        // Set earlier, the framework would take a 404 for a page that does not exist and show the general one instead.
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}
