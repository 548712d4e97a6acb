using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>More papers than were handed out.</summary>
public sealed record TooManyPapers(int Entered, int Issued)
    : Reason("ballot.too-many-papers", ReasonKind.NotThis);

/// <summary>Line of the entry that is no paper of this box.</summary>
public sealed record PaperLineUnreadable(int Line, string Found, int Options)
    : Reason("ballot.line-unreadable", ReasonKind.NotThis);

/// <summary>The second entry has to be another person's.</summary>
public sealed record SamePersonTwice() : Reason("ballot.second-person", ReasonKind.NotYou);

/// <summary>The papers of a vote are entered by the commission drawn for it, not by that of another.</summary>
public sealed record NotOnTheCommission(MatterNo Matter)
    : Reason("ballot.not-on-commission", ReasonKind.NotYou);

/// <summary>The papers of this box have been entered and confirmed.</summary>
public sealed record PapersAlreadyConfirmed() : Reason("ballot.papers-confirmed");

/// <summary>
/// The papers from the hat, a line each. One person enters them and another enters them again; only when both agree
/// do they fall into the box. A panel may order that to be done once more after the count (C17).
/// </summary>
public sealed record EnterPapers(
    BoxNo Box,
    [property: Sealed] [Sealed] EquatableArray<string> Lines
) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Returning,
            (member, _) => Enter(section, occasion, member.No)
        );

    private Ruling Enter(Section section, Occasion occasion, MemberNo by)
    {
        var box = section.Ballots.Of(Box);
        var article = box.ArticleIn(section);
        var corrects = Corrections.AreDue(section, box, occasion.Now);
        if (!corrects && (box.Closed || occasion.Now >= box.Closes))
            return new BoxClosed(Box).By(article);
        if (box.Concerns(section, by, occasion.Now))
            return new OnTheCommission(box.Matter).By(article).ByCharter("C17");
        if (Commissions.Running(section, by, box.Matter, occasion.Now) is not { } mandate)
            return new NotOnTheCommission(box.Matter).By(article).ByCharter("C17");
        if (box.PapersConfirmed && !corrects)
            return new PapersAlreadyConfirmed().By(article);
        if (Lines.Count > box.PapersIssued)
            return new TooManyPapers(Lines.Count, box.PapersIssued).By(article);
        var papers = Lines.Select(line => Parting.Normal(box, line)).ToArray();
        var unreadable = Array.FindIndex(papers, p => p.Length == 0);
        if (unreadable >= 0)
            return new PaperLineUnreadable(unreadable + 1, Lines[unreadable], box.Options).By(
                article
            );
        foreach (var kind in papers.GroupBy(Parting.IsEarlier))
            if (!corrects && kind.Count() > Parting.Issued(box, kind.Key))
                return new TooManyPapers(kind.Count(), Parting.Issued(box, kind.Key)).By(article);
        var written = Document.Of(Papers.Sorted(papers));
        var authority = new Authority.Mandate(mandate.No);
        var entries = corrects ? section.Elections.Of(box.Matter).Recounting.Entries : box.Entries;
        if (entries.Count > 0 && entries[^1].By == by)
            return new SamePersonTwice().By(article);
        if (corrects)
            return Corrections.Enter(section, occasion, authority, box, by, written, papers.Length);
        // An entry that differs is kept, so that the first person can enter again and be compared with it.
        if (box.Entries.Count == 0 || box.Entries[^1].Papers != written.Digest)
            return Ruling.Under(
                authority,
                article,
                new BallotsEvent.PapersWritten(Box, written, papers.Length, by)
            );
        return new Ruling.InOrder(
            authority,
            article,
            [new BallotsEvent.PapersAgreed(Box, written, papers.Length, by)],
            papers.Select(p => new Paper(Box, p)).ToEquatable()
        );
    }
}
