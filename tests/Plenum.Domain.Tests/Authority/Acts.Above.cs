using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mergers;
using Plenum.Domain.Referendums;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>What members of several sections bring about together.</summary>
public static partial class Acts
{
    private static Command OfAll(TableRow row, BusyBranch b) =>
        row.Key switch
        {
            "referendums/begininitiative: section that belongs to none"
            or "referendums/begininitiative: section of a federation" => new BeginInitiative(
                Elsewhere,
                "Bicycles",
                "A shed.",
                Secret: true
            ),
            "referendums/demandcongress: section that belongs to none"
            or "referendums/demandcongress: section of a federation" => new DemandCongress(
                Elsewhere,
                "It has not met for two years."
            ),
            "referendums/demandvote: section that belongs to none"
            or "referendums/demandvote: section of a federation" => new DemandVote(
                Elsewhere,
                new MatterNo(3),
                "It was decided over our heads."
            ),
            "mergers/proposeseparation: section of a federation"
            or "mergers/proposeseparation: section that belongs to none"
            or "mergers/proposeseparation: section that merges" => new ProposeSeparation(
                "Quay",
                "Each keeps its own hall."
            ),
            "mergers/beginapart: part of another section" => new BeginApart(
                Elsewhere,
                new MergerLetter.PartBegins(
                    "Quay",
                    "Etc/UTC",
                    Digest.None,
                    Digest.None,
                    "Harbour",
                    new MergerNo(1),
                    b.Now
                ),
                "",
                "",
                1,
                Digest.None
            ),
            "sections/stateground: section that asks to belong here" => new StateGround(
                b.Section.Matters.NextNo,
                ForTaking: false,
                "They work where we work."
            ),
            "sections/stateground: item that is no section's asking" => new StateGround(
                b.Voting,
                ForTaking: false,
                "They work where we work."
            ),
            "congresses/carrycongress: circle whose congress sits"
            or "congresses/carrycongress: section that has begun" => new CarryCongress(
                new BodyId("congress"),
                b.Now + Duration.FromDays(100),
                []
            ),
            "congresses/carryseats: circle that sends delegates"
            or "congresses/carryseats: section that has begun" => new CarrySeats(
                2,
                b.Now + Duration.FromDays(100)
            ),
            "statutes/amend: before no congress" => b.AmendmentOf(
                "recall",
                "window: P30D",
                "window: P31D"
            ) with
            {
                InCongress = true,
            },
            "congresses/reweigh: before the congress of two sections" => b.OneSeatForEveryFour with
            {
                InCongress = true,
            },
            _ => throw new InvalidOperationException($"Nothing fills in the row {row.Key}"),
        };
}
