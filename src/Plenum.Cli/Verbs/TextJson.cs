using System.Collections.Immutable;
using System.Text.Json;
using Plenum.Texts;
using Plenum.Texts.Changes;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;
using Plenum.Texts.Words;

namespace Plenum.Cli.Verbs;

/// <summary>Changes and conflicts of texts for programs; the shapes stand in docs/formats/texts.md.</summary>
internal static class TextJson
{
    public static void One(Utf8JsonWriter json, TextVersion before, Change change)
    {
        var at = before.PlaceOf(change.About);
        json.WriteStartObject();
        json.WriteString("block", change.About.ToString());
        switch (change)
        {
            case Change.Insert(var after, var block):
                json.WriteString("kind", "insert");
                After(json, after);
                Shape(json, block.Kind, block.Level);
                json.WriteString("label", block.Label);
                json.WriteString("inserted", MarkdownWriter.Write(block.Text));
                break;
            case Change.Delete:
                json.WriteString("kind", "delete");
                json.WriteString("label", before.Blocks[at].Label);
                json.WriteString("deleted", MarkdownWriter.Write(before.Blocks[at].Text));
                break;
            case Change.Replace(_, var from, var to, var with):
                json.WriteString("kind", "replace");
                json.WriteNumber("from", from);
                json.WriteNumber("to", to);
                json.WriteString(
                    "deleted",
                    MarkdownWriter.Write(before.Blocks[at].Text.Slice(from, to))
                );
                json.WriteString("inserted", MarkdownWriter.Write(with.Slice(0, with.Count)));
                break;
            case Change.Move(_, var after):
                json.WriteString("kind", "move");
                After(json, after);
                break;
            case Change.Renumber(_, var label):
                json.WriteString("kind", "renumber");
                json.WriteString("deleted", before.Blocks[at].Label);
                json.WriteString("inserted", label);
                break;
            case Change.Reshape(_, var kind, var level):
                json.WriteString("kind", "reshape");
                Shape(json, kind, level);
                break;
            case Change.Split or Change.Join:
                throw new InvalidOperationException("a comparison neither splits nor joins");
        }
        json.WriteEndObject();
    }

    public static void Conflicts(Utf8JsonWriter json, ImmutableArray<Conflict> conflicts)
    {
        json.WriteStartArray("conflicts");
        foreach (var conflict in conflicts)
            // What more than two want is told in pairs with the first of them, so that every side is read.
            for (var other = 1; other == 1 || other < conflict.Sides.Length; other++)
            {
                var second = conflict.Sides.ElementAtOrDefault(other);
                json.WriteStartObject();
                json.WriteString("base", conflict.Base);
                json.WriteString("a", conflict.Sides[0].Text);
                json.WriteString("b", second?.Text ?? "");
                json.WriteString("about", conflict.About.ToString().ToLowerInvariant());
                json.WriteString("block", conflict.Block.ToString());
                json.WriteStartArray("from");
                json.WriteStringValue(conflict.Sides[0].Name);
                if (second is not null)
                    json.WriteStringValue(second.Name);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        json.WriteEndArray();
    }

    public static void Adjacent(Utf8JsonWriter json, ImmutableArray<Adjacency> adjacent)
    {
        json.WriteStartArray("adjacent");
        foreach (var touching in adjacent)
        {
            json.WriteStartObject();
            json.WriteString("block", touching.Block.ToString());
            json.WriteString("a", touching.First);
            json.WriteString("b", touching.Second);
            json.WriteString("text", touching.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void After(Utf8JsonWriter json, BlockId after) =>
        json.WriteString("after", after == BlockId.Start ? "" : after.ToString());

    private static void Shape(Utf8JsonWriter json, BlockKind kind, int level)
    {
        json.WriteString("shape", kind.ToString().ToLowerInvariant());
        json.WriteNumber("level", level);
    }
}
