using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;

namespace Plenum.Web.Matters;

/// <summary>How one takes part in a matter without a screen, with the same deadline as everybody (C18).</summary>
public static class TakingPart
{
    public static string In(Here here, Matter matter) =>
        matter.Stage switch
        {
            Stage.Support => here.S["notice.how-sign"],
            Stage.Debate when matter.Meeting != SittingNo.None => here.S["notice.how-debate-there"],
            Stage.Debate => here.S["notice.how-debate"],
            Stage.Nomination => here.S["notice.how-stand"],
            Stage.Voting voting => Voting(here, matter, here.Section.Ballots.Of(voting.Box).Secret),
            Stage.Protest => here.S["notice.how-protest"],
            Stage.Settled => "",
        };

    private static string Voting(Here here, Matter matter, bool secret) =>
        matter.Procedure.Electorate == BodyId.Tree ? here.S["notice.how-vote-of-all"]
        : matter.Procedure.Electorate != BodyId.Members
            ? here.S["notice.how-others-vote", ("body", here.TitleOf(matter.Procedure.Electorate))]
        : secret ? here.S["notice.how-vote-secret"]
        : here.S["notice.how-vote-by-name"];
}
