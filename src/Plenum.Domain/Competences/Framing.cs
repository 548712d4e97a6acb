using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>
/// How statutes are handed down: a federation issues them by amending its own, a section goes by what it has received and
/// keeps its text until its own members change it (C21).
/// </summary>
public static class Framing
{
    /// <summary>The statutes here have changed: what they hand down goes down, and what varies goes up.</summary>
    public static void AfterAmendment(Unfolding unfolding, Instant now)
    {
        if (Issue(unfolding))
            foreach (var below in unfolding.Section.Sections.Tree.Affiliates.Keys)
                Send(unfolding, below);
        Register(unfolding, now);
    }

    /// <summary>Whoever joins is told what it takes over.</summary>
    public static void Show(Unfolding unfolding, SectionId to)
    {
        Issue(unfolding);
        if (unfolding.Section.Competences.Frame.IssuedVersion > 0)
            Send(unfolding, to);
    }

    public static void Receive(
        Unfolding unfolding,
        SectionId from,
        CompetenceLetter.StatutesIssued issued,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (section.Sections.Tree.Federation.Federation != from)
            return;
        unfolding.Then(new FrameEvent.Received(from, issued.Version, issued.Rules, now));
        Register(unfolding, now);
    }

    public static void Note(
        Unfolding unfolding,
        SectionId from,
        CompetenceLetter.VariationsTold told,
        Instant now
    )
    {
        if (unfolding.Section.Sections.Tree.HasAffiliate(from))
            unfolding.Then(new FrameEvent.Noted(from, told.Version, told.Values, now));
    }

    /// <summary>Why a section may not write this into its statutes, while it belongs to that federation.</summary>
    public static OutsideFrame? Outside(Section section, FrameRule? crossed) =>
        crossed is { } rule
            ? new OutsideFrame(
                rule.Key,
                rule.Open ? rule.Least : rule.Value,
                rule.Open ? rule.Most : rule.Value,
                section.Sections.Tree.Federation.Name
            )
            : null;

    private static bool Issue(Unfolding unfolding)
    {
        var section = unfolding.Section;
        var rules = Frames.Of(section.Statutes.Book.Draft);
        if (rules == section.Competences.Frame.IssuedRules)
            return false;
        unfolding.Then(new FrameEvent.Issued(section.Statutes.Version, rules));
        return true;
    }

    private static void Send(Unfolding unfolding, SectionId to)
    {
        var frame = unfolding.Section.Competences.Frame;
        unfolding.WriteOnCompetence(
            to,
            new CompetenceLetter.StatutesIssued(frame.IssuedVersion, frame.IssuedRules)
        );
    }

    private static void Register(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var (frame, federation) = (
            section.Competences.Frame,
            section.Sections.Tree.Federation.Federation
        );
        if (frame.From != federation || frame.Version == 0)
            return;
        var values = Frames.Variations(frame.Rules, section.Statutes.Book.Draft);
        if (frame.Own.Version == frame.Version && frame.Own.Values == values)
            return;
        unfolding
            .Then(new FrameEvent.Registered(frame.Version, values, now))
            .WriteOnCompetence(
                federation,
                new CompetenceLetter.VariationsTold(frame.Version, values)
            );
    }
}
