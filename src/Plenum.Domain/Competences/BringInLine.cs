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
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            _ =>
            {
                var changes = Changes(section);
                return changes.Count == 0
                    ? new NothingOutside().By(section.Rules.Amendment.Article)
                    : new Amend(Title, changes).Decide(section, occasion);
            }
        );

    private static EquatableArray<ArticleChange> Changes(Section section)
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
        return after
            .Articles.Where(a =>
                Amendments.DigestOf(before, a.Id) != Amendments.DigestOf(after, a.Id)
            )
            .Select(a => new ArticleChange(
                a.Id,
                Amendments.DigestOf(before, a.Id),
                Amendments.TextOf(after, a)
            ))
            .ToEquatable();
    }
}
