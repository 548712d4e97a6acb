using System.Reflection;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary>How many votes are open in a folder. Keys of boxes are in no copy: what is restored begins the secret ones anew.</summary>
internal static class OpenVotes
{
    public static long In(DataFolder folder) =>
        Census.Of(folder, Named<BallotsEvent.Opened>())
        - Census.Of(folder, Named<BallotsEvent.Closed>());

    private static string Named<TEvent>()
        where TEvent : BallotsEvent => typeof(TEvent).GetCustomAttribute<RecordedAttribute>()!.Type;
}
