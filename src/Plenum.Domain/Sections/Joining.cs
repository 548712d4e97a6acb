using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Rights;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>How a section comes to belong to a federation, and leaves it.</summary>
public static class Joining
{
    /// <summary>Where a section belongs is for all its members to decide, like basic law, with those of its sections (C8, C21).</summary>
    public static Ruling PutToTheMembers(
        Section section,
        Occasion occasion,
        MemberNo by,
        string why,
        Func<Document, Question> question
    ) =>
        Texts.WhenSound(
            "Why",
            why,
            Texts.Body,
            () =>
                PutForward.ByMember(
                    section,
                    occasion,
                    by,
                    question(Document.Of(why)),
                    Procedures.OfBasicLaw(
                        section,
                        ChangeDirection.Neutral,
                        programme: false,
                        occasion.Now
                    )
                )
        );

    public static bool MayStillAsk(Section section, SectionId federation)
    {
        var tree = section.Sections.Tree;
        return tree.Federation == Affiliation.None
            && tree.Asked != federation
            && !tree.HasAffiliate(federation);
    }

    /// <summary>The members have decided to ask; one may ask another while the first is silent.</summary>
    public static void Ask(Unfolding unfolding, MatterNo by, SectionId federation, Instant now)
    {
        var section = unfolding.Section;
        unfolding.Then(new TreeEvent.Asked(federation, by, now));
        var organisation = section.Rules.Organisation;
        // Who works in a place says so before it is asked who works there already.
        if (organisation.Locality.Length > 0)
            unfolding.Write(
                federation,
                new Letter.OnRecognition(
                    new RecognitionLetter.WorksIn(organisation.Country, organisation.Locality)
                )
            );
        unfolding.Write(
            federation,
            new Letter.AffiliationAsked(
                section.Sections.Name,
                section.Membership.InGoodStanding,
                by
            )
        );
    }

    public static void Join(
        Unfolding unfolding,
        SectionId federation,
        Letter.AffiliationGranted granted,
        Instant now
    )
    {
        var section = unfolding.Section;
        // Whoever has decided otherwise meanwhile says so; the federation then lets go.
        if (section.Sections.Tree.Asked != federation || granted.Above.Contains(section.Id))
        {
            unfolding.Write(federation, new Letter.AffiliationEnded(MatterNo.None));
            return;
        }
        EquatableArray<SectionId> above = [federation, .. granted.Above];
        unfolding.Then(new TreeEvent.Joined(federation, granted.Name, above, now));
        InConstituency.Tell(unfolding, Constituency.Place);
        Credentials.IssueAll(unfolding, federation, now);
        TellBelow(unfolding, above);
    }

    public static void StayOut(
        Unfolding unfolding,
        SectionId federation,
        Letter.AffiliationRefused refused,
        Instant now
    )
    {
        if (unfolding.Section.Sections.Tree.Asked == federation)
            unfolding.Then(new TreeEvent.StayedOut(federation, refused.Why, now));
    }

    /// <summary>
    /// The line of sections above has changed. Two sections that asked each other at once would stand above each other:
    /// whoever finds itself in the line leaves, so that the tree stays a tree.
    /// </summary>
    public static void Under(
        Unfolding unfolding,
        SectionId federation,
        EquatableArray<SectionId> aboveIt,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (section.Sections.Tree.Federation.Federation != federation)
            return;
        if (aboveIt.Contains(section.Id))
        {
            Leave(unfolding, MatterNo.None, now);
            return;
        }
        EquatableArray<SectionId> above = [federation, .. aboveIt];
        unfolding.Then(new TreeEvent.AboveChanged(above));
        TellBelow(unfolding, above);
    }

    public static void Leave(Unfolding unfolding, MatterNo by, Instant now)
    {
        var federation = unfolding.Section.Sections.Tree.Federation.Federation;
        Undergoing.EndAll(unfolding, now);
        Lending.TakeBackAll(unfolding, federation, now);
        unfolding
            .Then(new TreeEvent.Left(federation, now))
            .Write(federation, new Letter.AffiliationEnded(by));
        TellBelow(unfolding, []);
    }

    private static void TellBelow(Unfolding unfolding, EquatableArray<SectionId> above)
    {
        foreach (var below in unfolding.Section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(below, new Letter.AboveChanged(above));
    }
}
