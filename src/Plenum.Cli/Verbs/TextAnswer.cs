using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Plenum.Texts;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;
using Plenum.Texts.Showing;

namespace Plenum.Cli.Verbs;

/// <summary>What is said of texts: JSON for programs; for people the text on standard output and what they must decide beside it.</summary>
internal sealed class TextAnswer(bool json, Words words)
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly List<(string File, Note Note)> _notes = [];

    public void Cleaned(string file, ImmutableArray<Note> notes) =>
        _notes.AddRange(notes.Select(note => (file, note)));

    public void Unreadable(string file, ImmutableArray<Plenum.Texts.Finding> findings)
    {
        if (json)
            Write(writer =>
            {
                writer.WriteStartArray("findings");
                foreach (var finding in findings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("code", finding.Code);
                    writer.WriteString("file", file);
                    writer.WriteNumber("line", finding.Line);
                    writer.WriteString("found", finding.Found);
                    writer.WriteString("expected", finding.Expected);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            });
        else
            foreach (var finding in findings)
                Console.Error.WriteLine(
                    words[
                        finding.Code,
                        ("file", file),
                        ("line", finding.Line),
                        ("found", finding.Found),
                        ("expected", finding.Expected)
                    ]
                );
    }

    public void Diff(TextVersion before, TextVersion after)
    {
        var compared = Comparison.Of(before, after);
        if (json)
        {
            Write(writer =>
            {
                writer.WriteStartArray("changes");
                foreach (var change in compared.Changes)
                    TextJson.One(writer, before, change);
                writer.WriteEndArray();
                writer.WriteStartObject("words");
                writer.WriteNumber("kept", compared.Words.Kept);
                writer.WriteNumber("inserted", compared.Words.Inserted);
                writer.WriteNumber("deleted", compared.Words.Deleted);
                writer.WriteEndObject();
                Notes(writer);
            });
            return;
        }
        foreach (var change in WrittenChange.Of(before, after, LineNumbers.Of(before)))
            Console.WriteLine(TextSentence.Of(change, words));
        Console.WriteLine(
            words[
                "text.words",
                ("kept", compared.Words.Kept),
                ("inserted", compared.Words.Inserted),
                ("deleted", compared.Words.Deleted)
            ]
        );
        Notes();
    }

    public int Composed(Composition composed)
    {
        if (json)
            Write(writer =>
            {
                writer.WriteString("text", composed.Text.ToString());
                TextJson.Conflicts(writer, composed.Conflicts);
                TextJson.Adjacent(writer, composed.Adjacent);
                Notes(writer);
            });
        else
        {
            Console.Write(composed.Text.ToString());
            foreach (var conflict in composed.Conflicts)
            {
                Console.Error.WriteLine(words[$"text.dispute.{conflict.About}"]);
                Console.Error.WriteLine(
                    words[
                        "text.says",
                        ("who", words["text.the-base"]),
                        ("text", Shown(conflict.Base))
                    ]
                );
                foreach (var side in conflict.Sides)
                    Console.Error.WriteLine(
                        words["text.says", ("who", side.Name), ("text", Shown(side.Text))]
                    );
            }
            foreach (var touching in composed.Adjacent)
                Console.Error.WriteLine(
                    words[
                        "text.adjacent",
                        ("first", touching.First),
                        ("second", touching.Second),
                        ("text", Shown(touching.Text))
                    ]
                );
            Notes();
        }
        return composed.Conflicts.IsEmpty ? Exit.Yes : Exit.No;
    }

    private string Shown(string text) => text.Length == 0 ? words["text.nothing"] : text.TrimEnd();

    private void Notes()
    {
        foreach (var (file, note) in _notes)
            Console.Error.WriteLine(
                words[
                    $"text.note.{note.Code}",
                    ("file", file),
                    ("line", note.Line),
                    ("what", note.What)
                ]
            );
    }

    private void Notes(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("notes");
        foreach (var (file, note) in _notes)
        {
            writer.WriteStartObject();
            writer.WriteString("code", note.Code);
            writer.WriteString("file", file);
            writer.WriteNumber("line", note.Line);
            writer.WriteString("what", note.What);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Indented))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        Console.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
