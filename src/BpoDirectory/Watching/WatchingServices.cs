using BpoDirectory.Operations.Mail;

namespace BpoDirectory.Watching;

/// <summary>What watching needs.</summary>
public static class WatchingServices
{
    /// <summary>Registers what is watched, and the mails that tell of it.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services, MailSettings mail, MailSite site) =>
        services.AddSingleton(mail).AddSingleton(site).AddSingleton<MailSender>().AddSingleton<WatchList>().AddSingleton<MailLinks>()
            .AddSingleton<MailSubscriptions>().AddSingleton<DigestMessages>().AddSingleton<DigestMailing>()
            .AddHostedService(provider => provider.GetRequiredService<DigestMailing>());
}
