using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>Nothing here lies outside what the federation leaves open.</summary>
public sealed record NothingOutside() : Reason("frame.nothing-outside");

/// <summary>
/// Members put to all members that the statutes of the section be brought within what its federation leaves open. The law
/// writes the amendment; nobody but the members of the section adopts it (C21).
/// </summary>
public sealed record BringInLine(string Title) : Command
{
    public override Prepared Prepare(Section section) => Way.Of(section);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            _ =>
            {
                var way =
                    occasion.Prepared is Way ready && ready.Fits(section) ? ready : Way.Of(section);
                return way.Changes.Count == 0
                    ? new NothingOutside().By(section.Rules.Amendment.Article)
                    : new Amend(Title, way.Changes).Decide(
                        section,
                        occasion with
                        {
                            Prepared = way.Amended,
                        }
                    );
            }
        );

    /// <summary>What would have to change, and what that makes of the statutes; it fits as long as that does.</summary>
    private sealed record Way(
        string Federation,
        EquatableArray<ArticleChange> Changes,
        Amended Amended
    ) : Prepared
    {
        public static Way Of(Section section)
        {
            var changes = ChangesOf(section);
            return new Way(NameOf(section), changes, Amended.Of(section, changes));
        }

        public override bool Fits(Section section) =>
            Federation == NameOf(section) && Amended.Fits(section);

        private static string NameOf(Section section) => section.Sections.Tree.Federation.Name;
    }

    private static EquatableArray<ArticleChange> ChangesOf(Section section)
    {
        var federation = section.Sections.Tree.Federation;
        var rules = section.Competences.Frame.RulesOf(federation.Federation);
        var before = section.Statutes.Book.Draft;
        var outside = Frames
            .Variations(rules, before)
            .Where(v => v.Outside)
            .Select(v => v.Key)
            .ToHashSet(StringComparer.Ordinal);
        var text = rules
            .Where(r => outside.Contains(r.Key))
            .Aggregate(
                before.Text,
                (written, rule) => Frames.BroughtIn(written, rule, federation.Name)
            );
        var after = Draft.Parse(text);
        var (was, becomes) = (new ArticleLines(before), new ArticleLines(after));
        return after
            .Articles.Where(a => was.DigestOf(a.Id) != becomes.DigestOf(a.Id))
            .Select(a => new ArticleChange(a.Id, was.DigestOf(a.Id), becomes.TextOf(a)))
            .ToEquatable();
    }
}
