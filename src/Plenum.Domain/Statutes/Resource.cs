namespace Plenum.Domain.Statutes;

/// <summary>Texts that travel inside the program: the charter, templates, sentences.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream =
            typeof(Resource).Assembly.GetManifestResourceStream("Plenum.Statutes." + name)
            ?? throw new InvalidOperationException(
                "The program carries no text named " + name + "."
            );
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
