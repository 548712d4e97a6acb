using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Architecture.Tests;

/// <summary>
/// The folder is the word. A word's state and events use earlier words only, so that the words can be read in order
/// and no arrow runs in a circle; verb files may see the whole section.
/// </summary>
public sealed class WordTests
{
    private static readonly ImmutableArray<string> Order =
    [
        "Statutes",
        "Programme",
        "Membership",
        "Letters",
        "Sections",
        "Bodies",
        "Ballots",
        "Matters",
        "Motions",
        "Elections",
        "Mandates",
        "Congresses",
        "Referendums",
        "Rights",
        "Mergers",
        "Competences",
    ];

    [Fact]
    public void Every_folder_of_the_law_is_a_word_with_a_place_in_the_order() =>
        Rule.Holds(
            "a folder of src/Plenum.Domain that the order of reading does not name",
            LawSource
                .Files.Select(f => f.Word)
                .Where(w => w.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Where(w => !Order.Contains(w, StringComparer.Ordinal))
        );

    [Fact]
    public void Every_file_of_the_law_lives_in_the_namespace_of_its_word() =>
        Rule.Holds(
            "namespace and folder differ",
            from file in LawSource.Files
            let expected = file.Word.Length == 0 ? "Plenum.Domain" : "Plenum.Domain." + file.Word
            from declared in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where !(declared.Name + ".").StartsWith(expected + ".", StringComparison.Ordinal)
            select $"{file.Path}: {declared.Name}, expected {expected}"
        );

    [Fact]
    public void State_and_events_use_earlier_words_only() =>
        Rule.Holds(
            "a *Record.cs or *Event.cs that looks at a later word",
            from file in LawSource.Files
            where file.Word.Length > 0 && IsStateOrEvent(file.Path)
            from word in LawSource.WordsUsedBy(file)
            where Order.IndexOf(word) > Order.IndexOf(file.Word)
            select $"{file.Path} -> {word}"
        );

    [Fact]
    public void The_reader_of_arrows_sees_one_when_there_is_one() =>
        Assert.Contains(
            "Statutes",
            LawSource.WordsUsedBy(
                LawSource.Files.Single(f => f.Path == "src/Plenum.Domain/Ruling.cs")
            )
        );

    [Fact]
    public void Every_page_of_a_verb_has_its_verb_in_the_law() =>
        Rule.Holds(
            "a page that neither ends in Page nor has a verb file of the same word and name",
            from page in Source.Files("src/Plenum.Web", ".razor")
            let folder = Path.GetFileName(Path.GetDirectoryName(page))
            let name = Path.GetFileNameWithoutExtension(page)
            where
                Order.Contains(folder!, StringComparer.Ordinal)
                || Source.Text(page).Contains("@page", StringComparison.Ordinal)
            // A part is a piece of a page that one word owns, not a page.
            where
                !name.EndsWith("Page", StringComparison.Ordinal)
                && !name.EndsWith("Part", StringComparison.Ordinal)
                && !name.StartsWith('_')
            let verb = $"src/Plenum.Domain/{folder}/{name}.cs"
            where !File.Exists(Path.Combine(Source.Root, verb))
            select $"{page}: no {verb}"
        );

    private static bool IsStateOrEvent(string path) =>
        Path.GetFileNameWithoutExtension(path) is var name
        && (
            name.EndsWith("Record", StringComparison.Ordinal)
            || name.EndsWith("Event", StringComparison.Ordinal)
        );
}
