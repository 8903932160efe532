namespace BpoDirectory.Webhooks;

/// <summary>Tells other programs of changes.</summary>
public static class WebhookServices
{
    /// <summary>Registers webhooks, and what sends their messages.</summary>
    public static void AddWebhooks(this IServiceCollection services, WebhookSettings settings) =>
        services.AddSingleton(settings).AddSingleton<WebhookSender>().AddSingleton<WebhookOutbox>().AddSingleton<WebhookAdministration>()
            .AddHostedService<WebhookDispatcher>();
}
