using System.Collections.Immutable;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>Every rule in which two texts differ. Prose, headings, remarks and other spellings of one value are no rules.</summary>
public static class Changes
{
    public static EquatableArray<Change> Between(Draft before, Draft after) =>
        SameBlocks(before, after) ? [] : new Comparison(before, after).All();

    internal static bool SameBlocks(Draft before, Draft after) =>
        Blocks(before).SequenceEqual(Blocks(after), StringComparer.Ordinal);

    private static IEnumerable<string> Blocks(Draft draft) =>
        draft.Articles.SelectMany(a => a.Blocks.Items.Select(b => a.Id.Value + "\n" + b.Text));

    private sealed class Comparison(Draft before, Draft after)
    {
        private readonly ImmutableArray<Change>.Builder _changes =
            ImmutableArray.CreateBuilder<Change>();

        public EquatableArray<Change> All()
        {
            foreach (var block in StatuteLanguage.Blocks)
                Value(KeyPath.Root.Key(block.Name), block.Kind);
            Unknown(KeyPath.Root, [.. StatuteLanguage.Blocks.Select(b => b.Name)]);
            foreach (var place in Structure.Places(before))
                Moved(place);
            Gone();
            Unreadable();
            return new(_changes.ToImmutable());
        }

        private void Value(KeyPath path, Kind kind)
        {
            var (old, now) = (before.At(path), after.At(path));
            if (kind is Kind.Table table && (old, now) is (Node.Map, Node.Map))
                Keys(path, table);
            else if (kind is Kind.Table open && IsTransparent(open, old, now))
                Keys(path, open);
            else if (
                kind is Kind.ListOf { Item: Kind.Table item }
                && (old, now) is (Node.List, Node.List)
            )
                Items(path, old, now, item);
            else
                Weigh(path, kind);
        }

        // A table of which nothing has to be written says as much empty as it does absent.
        private static bool IsTransparent(Kind.Table table, Node old, Node now) =>
            table.Keys.Items.All(k => k.Presence == Presence.May)
            && (old, now) is (Node.Map, Node.Absent) or (Node.Absent, Node.Map);

        private void Keys(KeyPath path, Kind.Table table)
        {
            foreach (var key in table.Keys)
                Value(path.Key(key.Name), key.Kind);
            Unknown(path, table.Keys.Items.Select(k => k.Name).ToEquatable());
        }

        private void Weigh(KeyPath path, Kind kind)
        {
            var declared = Declarations.Of(path);
            var direction = Weighing.Of(
                declared,
                kind,
                new(before, before.At(path)),
                new(after, after.At(path))
            );
            if (direction != ChangeDirection.Wording)
                Add(path, direction, Structure.Name(declared.Concern));
        }

        // Items with an id are the same item wherever they stand; without one only lists of one length can be compared.
        private void Items(KeyPath path, Node old, Node now, Kind.Table item)
        {
            var (names, newNames) = (Structure.Names(old), Structure.Names(now));
            if (!item.Keys.Items.Any(k => k.Name == "id") && names.Length != newNames.Length)
            {
                Add(path, ChangeDirection.Narrowing, Structure.Name(Declarations.Of(path).Concern));
                return;
            }
            foreach (var name in names.Union(newNames, StringComparer.Ordinal))
                if (!newNames.Contains(name, StringComparer.Ordinal))
                    Item(path.Item(name), added: false);
                else if (!names.Contains(name, StringComparer.Ordinal))
                    Item(path.Item(name), added: true);
                else if (
                    (before.At(path.Item(name)), after.At(path.Item(name))) is (Node.Map, Node.Map)
                )
                    Keys(path.Item(name), item);
        }

        private void Item(KeyPath path, bool added)
        {
            var list = path.Parent;
            var declared = Declarations.Of(list);
            var harmless =
                list.Last.Name == "bodies"
                    ? added && Structure.IsHarmless(after, after.At(path))
                    : declared.Leaning is Leaning.Fewer && !added;
            var direction =
                !harmless ? ChangeDirection.Narrowing
                : added ? ChangeDirection.Neutral
                : ChangeDirection.Widening;
            Add(path, direction, added ? "added" : "removed");
        }

        private void Unknown(KeyPath path, EquatableArray<string> known)
        {
            var keys = before
                .At(path)
                .Entries.Items.Concat(after.At(path).Entries.Items)
                .Select(e => e.Key)
                .Distinct(StringComparer.Ordinal);
            foreach (var key in keys.Where(k => !known.Items.Contains(k, StringComparer.Ordinal)))
                if (
                    Provision.Show(before.At(path.Key(key)))
                    != Provision.Show(after.At(path.Key(key)))
                )
                    Add(path.Key(key), ChangeDirection.Narrowing, "unknown");
        }

        // A rule that stands in another article binds as before, but is cited from elsewhere.
        private void Moved(KeyPath path)
        {
            var (old, now) = (before.At(path), after.At(path));
            if (now.Exists && before.ArticleAt(old.Spot.Line) != after.ArticleAt(now.Spot.Line))
                Add(path, ChangeDirection.Neutral, "moved");
        }

        // Whatever stood in it, an article with rules is not struck out by a short road.
        private void Gone()
        {
            var lost = _changes.Where(c => c.After.Length == 0).Select(c => c.Article).ToHashSet();
            foreach (
                var article in before.Articles.Items.Where(a =>
                    a.Blocks.Count > 0
                    && lost.Contains(a.Id)
                    && !after.Articles.Items.Any(b => b.Id == a.Id && b.Blocks.Count > 0)
                )
            )
                _changes.Add(
                    new(
                        article.Id,
                        article.Line,
                        KeyPath.Root,
                        article.Title,
                        "",
                        ChangeDirection.Narrowing,
                        "article-removed"
                    )
                );
        }

        // What cannot be read as rules may hold anything.
        private void Unreadable()
        {
            foreach (var draft in new[] { before, after })
                if (draft.Findings.Items.FirstOrDefault(f => f.Severity == Severity.Error) is { } f)
                    _changes.Add(
                        new(
                            f.Article,
                            f.Line,
                            f.Path,
                            "",
                            f.Found,
                            ChangeDirection.Narrowing,
                            "unreadable"
                        )
                    );
        }

        private void Add(KeyPath path, ChangeDirection direction, string @case)
        {
            var (old, now) = (before.At(path), after.At(path));
            var (draft, spot) = now.Exists ? (after, now.Spot) : (before, old.Spot);
            _changes.Add(
                new(
                    draft.ArticleAt(spot.Line),
                    spot.Line,
                    path,
                    Provision.Show(old),
                    Provision.Show(now),
                    direction,
                    @case
                )
            );
        }
    }
}
