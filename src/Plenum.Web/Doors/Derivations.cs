using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Web.Pieces;

namespace Plenum.Web.Doors;

/// <summary>A verdict said in words that derive it from its figures.</summary>
public static class Derivations
{
    public static VerdictView View(Here here, Matter matter, Domain.Matters.Verdict verdict)
    {
        var s = here.S;
        return new VerdictView(
            here.TitleOf(matter),
            matter.Is(Outcome.Adopted) || matter.Is(Outcome.Advice),
            Say(here, verdict),
            [
                new VerdictFigure(s["vote.for"], verdict.For, Weight.For),
                new VerdictFigure(s["vote.against"], verdict.Against, Weight.Against),
                new VerdictFigure(s["vote.abstain"], verdict.Abstained, Weight.Neither),
            ],
            verdict.Needed,
            Math.Max(verdict.Base, verdict.TookPart),
            s["verdict.base", ("took", verdict.TookPart), ("roll", verdict.Roll)],
            here.Article(matter.Procedure.Article),
            here.Url($"matters/{matter.No}/recompute")
        );
    }

    /// <summary>The second majority that basic law needs after an influx (C19), of those who were there before.</summary>
    public static VerdictView OfEarlier(Here here, Matter matter, Domain.Matters.Verdict earlier) =>
        View(here, matter, earlier) with
        {
            Subject = here.S["verdict.earlier"],
            Adopted = earlier.Carried,
        };

    public static string Say(Here here, Domain.Matters.Verdict verdict)
    {
        var s = here.S;
        var data = new (string, object)[]
        {
            ("for", verdict.For),
            ("base", verdict.Base),
            ("needed", verdict.Needed),
            ("share", Share(verdict.Majority)),
            ("took", verdict.TookPart),
            ("quorum", verdict.QuorumNeeded),
            ("roll", verdict.Roll),
        };
        return !verdict.HasQuorum ? s["verdict.no-quorum", data]
            : verdict.Carried ? s["verdict.carried", data]
            : s["verdict.lost", data];
    }

    public static string Share(Threshold threshold) =>
        $"{threshold.Share.Over}/{threshold.Share.Under}";
}
