using NodaTime;

namespace Plenum.Domain.Statutes;

public sealed partial record Rules
{
    private static readonly ArticleId Nowhere = new("");
    private static readonly Threshold Half = new(new Ratio(1, 2), VoteBase.Cast, Strict: true);
    private static readonly Quantity Nobody = new Quantity.Number(0);

    /// <summary>The rules of a section that has none yet: nobody may do anything under them.</summary>
    public static readonly Rules Unwritten = new(
        new OrganisationRule(Nowhere, "", "", OrganisationKind.Programme),
        new MembershipRule(Nowhere, 0, BodyId.Members, Period.Zero, 0, Period.Zero, Period.Zero),
        [],
        new ElectionRule(
            Nowhere,
            Period.Zero,
            Period.Zero,
            Period.Zero,
            Period.Zero,
            Period.Zero,
            Period.Zero,
            0,
            Period.Zero,
            Period.Zero,
            PublishPapers: false
        ),
        new TermsRule(Nowhere, 0, Period.Zero),
        new RecallRule(Nowhere, Nobody, Period.Zero, Period.Zero, Period.Zero, Half, Period.Zero),
        new QuorumRule(Nowhere, Nobody, Nobody, Period.Zero, Nobody),
        new MotionRule(
            Nowhere,
            Nobody,
            Period.Zero,
            Period.Zero,
            Period.Zero,
            Half,
            Nobody,
            Nobody,
            Period.Zero
        ),
        new InitiativeRule(Nowhere, Nobody, Period.Zero, Period.Zero, Period.Zero),
        new AmendmentRule(
            Nowhere,
            Nobody,
            Period.Zero,
            Period.Zero,
            Half,
            Half,
            Period.Zero,
            Nobody,
            Period.Zero
        ),
        new KeepersRule(Nowhere, BodyId.Members, BodyId.Members, Period.Zero),
        new PanelRule(Nowhere, BodyId.Members, 0, Period.Zero)
    );
}
