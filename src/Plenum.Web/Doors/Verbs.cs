using System.Collections.Frozen;
using System.Reflection;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;

namespace Plenum.Web.Doors;

/// <summary>One thing people can do: the command, under the word and verb that its file has.</summary>
public sealed record Verb(string Name, Type Command)
{
    /// <summary>What the command needs to know, in the order it is written down.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; } =
        Command
            .GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First()
            .GetParameters();
}

/// <summary>Every verb of the law that people do; a new command needs no registration here.</summary>
public static class Verbs
{
    // Deadlines and the founding have their own ways in; no person sends them.
    private static readonly FrozenSet<Type> NotForPeople =
    [
        typeof(Advance),
        typeof(Domain.Ballots.BeginAnew),
        typeof(Expire),
        typeof(CountBack),
        typeof(DrawInterim),
        typeof(LetDeadlineSpeak),
        typeof(LetRollCheckPass),
        typeof(Domain.Mergers.CompleteMerger),
        typeof(Domain.Mergers.BeginApart),
        typeof(Domain.Competences.LetPowerFallBack),
        typeof(Domain.Rights.EndIntervention),
        typeof(Domain.Bodies.LetSittingPass),
        typeof(Begin),
        typeof(CarryPlace),
        typeof(Domain.Mandates.CarryOver),
        typeof(Domain.Letters.Receive),
        typeof(Domain.Congresses.AllotSeats),
        typeof(Domain.Congresses.CarryCongress),
        typeof(Domain.Congresses.CarrySeats),
        // The other half of these is done to the account, behind doors of their own.
        typeof(VouchForSignIn),
        typeof(RestoreSignIn),
        typeof(KeepSignIn),
        typeof(Forget),
    ];

    public static readonly FrozenDictionary<string, Verb> All = typeof(Command)
        .Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Command)) && !NotForPeople.Contains(t))
        .Select(t => new Verb($"{t.Namespace!.Split('.')[^1]}/{t.Name}".ToLowerInvariant(), t))
        .ToFrozenDictionary(v => v.Name, StringComparer.OrdinalIgnoreCase);

    public static string NameOf<TCommand>()
        where TCommand : Command => All.Values.First(v => v.Command == typeof(TCommand)).Name;
}
