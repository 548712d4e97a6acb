using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Mergers;

/// <summary>How two sections of one federation become one: two thirds in each, then each member for themselves.</summary>
public static class Merging
{
    /// <summary>So long every member has to choose.</summary>
    public static readonly Period ToChoose = Period.FromDays(30);

    public static void Offer(
        Unfolding unfolding,
        MatterNo by,
        MergerQuestion.GoOver question,
        Instant now
    )
    {
        var section = unfolding.Section;
        unfolding
            .Then(new MergersEvent.Offered(section.Mergers.NextNo, question.To, by, now))
            .WriteOnMerger(
                question.To,
                new MergerLetter.Offered(
                    section.Sections.Name,
                    section.Membership.InGoodStanding,
                    section.Sections.Tree.Federation.Federation,
                    question.Terms
                )
            );
    }

    /// <summary>Boundaries go to the members, whoever else decides about much here (C8, C21).</summary>
    public static void Consider(
        Unfolding unfolding,
        SectionId from,
        MergerLetter.Offered offered,
        Instant now
    )
    {
        var section = unfolding.Section;
        var federation = section.Sections.Tree.Federation;
        if (federation == Affiliation.None || federation.Federation != offered.Federation)
        {
            Decline(unfolding, from, Refusal.NotTogether);
            return;
        }
        if (section.Mergers.IsUnderWay || MergerEffects.IsPut(section))
        {
            Decline(unfolding, from, Refusal.Already);
            return;
        }
        var no = section.Matters.NextNo;
        unfolding.ToDebate(
            MemberNo.None,
            nameof(MergerQuestion.TakeOver),
            new Question.OnMerger(
                new MergerQuestion.TakeOver(from, offered.Name, offered.Members, offered.Terms)
            ),
            Procedures.OfBasicLaw(section, ChangeDirection.Narrowing, programme: false, now),
            now
        );
        Referendums.Putting.ToSections(unfolding, no, now);
    }

    public static void Agree(
        Unfolding unfolding,
        MatterNo by,
        MergerQuestion.TakeOver question,
        Instant now
    )
    {
        var section = unfolding.Section;
        var agreed = new MergersEvent.Agreed(
            section.Mergers.NextNo,
            question.From,
            question.Name,
            WeGo: false,
            by,
            section.After(now, ToChoose),
            section.Programme.Version
        );
        unfolding
            .Then(agreed)
            .WriteOnMerger(
                question.From,
                new MergerLetter.Agreed(section.Sections.Name, agreed.TakesEffect, agreed.Programme)
            );
    }

    public static void Decline(Unfolding unfolding, SectionId to, Refusal why) =>
        unfolding.WriteOnMerger(to, new MergerLetter.Declined(why));

    /// <summary>The other has agreed: from now on every member here chooses.</summary>
    public static void Begin(Unfolding unfolding, SectionId from, MergerLetter.Agreed agreed)
    {
        foreach (var merger in unfolding.Section.Mergers.OpenWith(from).ToArray())
            if (merger is { Stage: MergerStage.Offered, WeGo: true })
                unfolding.Then(
                    new MergersEvent.Agreed(
                        merger.No,
                        from,
                        agreed.Name,
                        WeGo: true,
                        merger.By,
                        agreed.TakesEffect,
                        agreed.Programme
                    )
                );
    }

    public static void Stop(Unfolding unfolding, SectionId from, Refusal why)
    {
        foreach (var merger in unfolding.Section.Mergers.OpenWith(from).ToArray())
            if (merger.Stage == MergerStage.Offered)
                unfolding.Then(new MergersEvent.Declined(merger.No, why));
    }

    /// <summary>The instant has come: whoever chose to goes, each by a letter of their own; the others stay a section.</summary>
    public static void GoOver(Unfolding unfolding, Merger merger, Instant now)
    {
        var went = 0;
        foreach (var no in merger.Going)
            if (unfolding.Section.Membership.Of(no) is { IsInGoodStanding: true } member)
            {
                Departing.EndMandates(unfolding.Then(new MembershipEvent.Left(no)), no, now);
                unfolding.WriteOnMerger(
                    merger.With,
                    new MergerLetter.MemberComes(
                        member.Person,
                        member.Joined,
                        member.VotesFrom,
                        member.VotesOnBasicLawFrom
                    )
                );
                went++;
            }
        unfolding
            .Then(new MergersEvent.Done(merger.No, went, merger.TakesEffect))
            .WriteOnMerger(merger.With, new MergerLetter.Done(went));
        var left = unfolding.Section;
        if (
            left.Membership.InGoodStanding == 0
            && left.Sections.Tree.Federation != Affiliation.None
        )
            Joining.Leave(unfolding, merger.By, now);
    }

    /// <summary>One who comes is a member from the instant both records name, and has waited where they come from.</summary>
    public static void Receive(Unfolding unfolding, SectionId from, MergerLetter.MemberComes comes)
    {
        var section = unfolding.Section;
        var known = section.Membership.Of(comes.Person);
        if (
            known.IsInGoodStanding
            || section.Mergers.OpenWith(from).FirstOrDefault()
                is not { Stage: MergerStage.Agreed, WeGo: false } merger
        )
            return;
        var no = known.No == MemberNo.None ? section.Membership.NextNo : known.No;
        unfolding
            .Then(new MembershipEvent.Invited(no, comes.Person, comes.Joined))
            .Then(new MembershipEvent.Reaccepted(no, merger.Programme, ""))
            .Then(
                new MembershipEvent.Admitted(
                    no,
                    merger.Divides ? AdmittedBy.Separation : AdmittedBy.Merger,
                    merger.TakesEffect,
                    Instant.Max(merger.TakesEffect, comes.VotesFrom),
                    Instant.Max(merger.TakesEffect, comes.VotesOnBasicLawFrom)
                )
            )
            .Then(new MergersEvent.Came(merger.No, no, from));
    }

    public static void Close(
        Unfolding unfolding,
        SectionId from,
        MergerLetter.Done done,
        Instant now
    )
    {
        foreach (var merger in unfolding.Section.Mergers.OpenWith(from).ToArray())
            if (merger is { Stage: MergerStage.Agreed, WeGo: false })
            {
                unfolding.Then(new MergersEvent.Done(merger.No, done.Members, merger.TakesEffect));
                if (unfolding.Section.Sections.Founding == Founding.Circle)
                    Constituting.Constitute(unfolding, now);
            }
    }
}
