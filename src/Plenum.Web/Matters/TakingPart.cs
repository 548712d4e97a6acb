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
            Stage.Nomination => here.S["notice.how-stand"],
            Stage.Protest => here.S["notice.how-protest"],
            Stage.Support or Stage.Debate or Stage.Voting when IsForOthers(matter) => here.S[
                "notice.how-others-vote",
                ("body", here.TitleOf(matter.Procedure.Electorate))
            ],
            Stage.Support => here.S["notice.how-sign"],
            Stage.Debate when matter.Meeting != SittingNo.None => here.S["notice.how-debate-there"],
            Stage.Debate when matter.Procedure.Secret => here.S["notice.how-debate-secret"],
            Stage.Debate => here.S["notice.how-debate"],
            Stage.Voting when matter.Procedure.Electorate == BodyId.Tree => here.S[
                "notice.how-vote-of-all"
            ],
            Stage.Voting voting when here.Section.Ballots.Of(voting.Box).Secret => here.S[
                "notice.how-vote-secret"
            ],
            Stage.Voting => here.S["notice.how-vote-by-name"],
            Stage.Settled => "",
        };

    private static bool IsForOthers(Matter matter) =>
        matter.Procedure.Electorate != BodyId.Members && matter.Procedure.Electorate != BodyId.Tree;
}
