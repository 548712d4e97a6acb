using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>Puts the clerk into a host: the record of one data folder, its front, its calendar, its people and its mail.</summary>
public static class ClerkServices
{
    public static IServiceCollection AddPlenumClerk(
        this IServiceCollection services,
        string dataFolder,
        CommandFor commandFor
    )
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<Randomness>(RandomNumberGenerator.Fill);
        services.TryAddSingleton(Catalogue.Of(typeof(Section).Assembly));
        services.TryAddSingleton<Mail.MailSettings>(new Mail.MailSettings.OnlyFolder());
        services.AddSingleton<Surroundings>();
        services.AddSingleton<Codec>();
        services.AddSingleton(_ => Store.DataFolder.Open(dataFolder));
        services.AddSingleton(p => Store.Record.Open(p.GetRequiredService<Store.DataFolder>()));
        services.AddSingleton(p => Store.Vault.Open(p.GetRequiredService<Store.DataFolder>()));
        services.AddSingleton<Keeping>();
        services.AddSingleton<Front>();
        services.AddSingleton(p => new Accounts(
            dataFolder,
            p.GetRequiredService<Store.Vault>().AddressKey,
            p.GetRequiredService<Randomness>()
        ));
        services.AddSingleton<OpenBoxes>();
        services.AddSingleton<Persons>();
        services.AddSingleton<FormerNames>();
        services.AddSingleton<DoorLog>();
        services.AddSingleton<Readmitting>();
        services.AddSingleton<Sweeping>();
        services.AddSingleton(p => new Mail.Mailer(
            p.GetRequiredService<Mail.MailSettings>(),
            dataFolder,
            p.GetRequiredService<ILogger<Mail.Mailer>>(),
            p.GetRequiredService<IClock>()
        ));
        services.AddSingleton<Mail.Outbox>();
        services.AddHostedService(p => p.GetRequiredService<Mail.Outbox>());
        // Stopped before the outbox: what was left to be done is mostly a letter.
        services.AddSingleton<Mail.Afterwards>();
        services.AddHostedService(p => p.GetRequiredService<Mail.Afterwards>());
        services.AddSingleton(commandFor);
        // Registered in this order, stopped in the other: first the calendar falls silent, then the front drains.
        services.AddHostedService<Drain>();
        services.AddSingleton<Calendar>();
        services.AddHostedService(p => p.GetRequiredService<Calendar>());
        services.AddSingleton<Post>();
        services.AddHostedService(p => p.GetRequiredService<Post>());
        services.AddSingleton<Forgetting>();
        services.AddHostedService(p => p.GetRequiredService<Forgetting>());
        return services;
    }

    /// <summary>Logs as JSON lines, one an entry.</summary>
    public static ILoggingBuilder AddPlenumLogs(this ILoggingBuilder logging) =>
        logging.AddJsonConsole(options =>
        {
            options.IncludeScopes = false;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            options.UseUtcTimestamp = true;
        });

    /// <summary>Sees to the ballot boxes before anybody is served; on stopping answers everybody who waits.</summary>
    private sealed class Drain(Front front, OpenBoxes boxes) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => boxes.SeeTo();

        public Task StopAsync(CancellationToken cancellationToken) => front.Stop();
    }
}
