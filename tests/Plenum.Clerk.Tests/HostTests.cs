using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task A_host_serves_acts_on_deadlines_drains_and_logs_nothing_of_the_vault()
    {
        var folder = Directory.CreateTempSubdirectory("plenum-host-").FullName;
        var stop = TestContext.Current.CancellationToken;
        using var lines = new Lines();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(lines);
        builder.Services.AddSingleton(TestLaw.Events);
        builder.Services.AddPlenumClerk(folder, (_, due, _) => new Strike(due, due.No == 2));
        using (var host = builder.Build())
        {
            await host.StartAsync(stop);
            var front = host.Services.GetRequiredService<Front>();
            var persons = host.Services.GetRequiredService<Persons>();
            persons.Put(new PersonId("p1"), new PersonalData("Zebedee", "zeb@example.org", "Mill"));
            var found = await front.Found(
                new GivenId("f"),
                new Begin("Zebedee's branch"),
                Office.Somebody
            );
            var section = Assert.IsType<Answer.Done>(found).Section;
            await front.Send(section, new GivenId("a"), new Note(1, "Zebedee", 0), Office.Somebody);
            await front.Send(section, new GivenId("b"), new Note(2, "Zebedee", 0), Office.Somebody);
            await front.Read(section, 4, stop).AsTask().WaitAsync(TimeSpan.FromSeconds(20), stop);
            await Task.Delay(200, stop);
            await host.StopAsync(stop);
            var late = await front.Send(
                section,
                new GivenId("c"),
                new Note(3, "x"),
                Office.Somebody
            );
            Assert.Equal(new Answer.Unavailable(Hindrance.Stopping), late);
        }
        Assert.Contains("could not be acted on", lines.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", lines.All, StringComparison.Ordinal);
        Assert.DoesNotContain("zeb@", lines.All, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Text.StringBuilder _all = new();

        public string All
        {
            get
            {
                lock (_all)
                    return _all.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (_all)
                _all.AppendLine(formatter(state, exception)).Append(exception);
        }

        public void Dispose() { }
    }
}
