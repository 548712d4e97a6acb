using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Plenum.Architecture.Tests;

/// <summary>Warnings are errors here, and whoever silences one says why.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public void No_project_silences_warnings() =>
        Rule.Holds(
            "NoWarn or a lowered guard in a project file",
            from path in ProjectFiles
            from element in XDocument.Load(Path.Combine(Source.Root, path)).Descendants()
            where Silences(element)
            select $"{path}: <{element.Name.LocalName}>{element.Value}</{element.Name.LocalName}>"
        );

    [Fact]
    public void Every_pragma_that_silences_a_warning_says_why() =>
        Rule.Holds(
            "#pragma warning disable without a reason behind it: #pragma warning disable X // because ...",
            from path in Code
            from line in Numbered(path)
            where UnexplainedPragma().IsMatch(line.Text)
            select $"{path}({line.No}): {line.Text.Trim()}"
        );

    [Fact]
    public void Every_suppression_attribute_has_a_justification() =>
        Rule.Holds(
            "SuppressMessage without Justification",
            from path in Code
            where !path.EndsWith("SettingsTests.cs", StringComparison.Ordinal)
            from Match match in Suppression().Matches(Source.Text(path))
            where !match.Value.Contains("Justification", StringComparison.Ordinal)
            select $"{path}: {match.Value}"
        );

    [Fact]
    public void Every_rule_that_the_editor_settings_lower_has_its_reason_above_it()
    {
        var reason = false;
        var unexplained = new List<string>();
        foreach (var (no, text) in Numbered(".editorconfig"))
        {
            if (text.StartsWith('#'))
                reason = true;
            else if (!text.StartsWith("dotnet_diagnostic", StringComparison.Ordinal))
                reason = false;
            else if (!reason && LoweredRule().IsMatch(text))
                unexplained.Add($".editorconfig({no}): {text}");
        }
        Rule.Holds("a lowered rule without a comment above it", unexplained);
    }

    [Fact]
    public void A_forgotten_case_is_an_error() =>
        Assert.Contains(
            "dotnet_diagnostic.CS8509.severity = error",
            Source.Text(".editorconfig"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_project_commits_its_lock_file() =>
        Rule.Holds(
            "a project without packages.lock.json",
            ProjectFiles
                .Where(p => p.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(p =>
                    Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json").Replace('\\', '/')
                )
                .Where(p => !File.Exists(Path.Combine(Source.Root, p)))
        );

    [Fact]
    public void Nobody_leaves_a_note_instead_of_doing_it() =>
        Rule.Holds(
            "a note to oneself in the code",
            from path in Code
            from line in Numbered(path)
            where
                NoteToOneself().IsMatch(line.Text)
                || line.Text.TrimStart().StartsWith("#region", StringComparison.Ordinal)
            select $"{path}({line.No}): {line.Text.Trim()}"
        );

    private static IEnumerable<string> Code =>
        Source
            .Files("src", ".cs", ".razor")
            .Concat(Source.Files("tests", ".cs"))
            .Concat(Source.Files("tools", ".cs"));

    private static IEnumerable<string> ProjectFiles =>
        Source
            .Files("src", ".csproj")
            .Concat(Source.Files("tests", ".csproj"))
            .Concat(Source.Files("tools", ".csproj"))
            .Concat(Source.Files("bench", ".csproj"))
            .Append("Directory.Build.props");

    private static bool Silences(XElement element) =>
        element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" or "DisabledWarnings"
            && element.Value.Trim().Length > 0
        || element.Name.LocalName is "TreatWarningsAsErrors" && element.Value.Trim() != "true"
        || element.Name.LocalName is "Nullable" && element.Value.Trim() != "enable";

    private static IEnumerable<(int No, string Text)> Numbered(string path) =>
        File.ReadLines(Path.Combine(Source.Root, path)).Select((text, index) => (index + 1, text));

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b[^/]*(//\s*)?$")]
    private static partial Regex UnexplainedPragma();

    [GeneratedRegex(
        @"\[(assembly:\s*)?SuppressMessage\([^\]]*\]",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Suppression();

    [GeneratedRegex(@"severity\s*=\s*(none|silent|suggestion)", RegexOptions.ExplicitCapture)]
    private static partial Regex LoweredRule();

    [GeneratedRegex(@"//.*\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b")]
    private static partial Regex NoteToOneself();
}
