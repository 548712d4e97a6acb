namespace Plenum.Domain.Sections;

/// <summary>What a section and a federation tell each other besides the asking and the answer: a closed list.</summary>
public abstract record RecognitionLetter
{
    private RecognitionLetter() { }

    /// <summary>Before it asks a section tells where it works, so that everybody knows who works there already.</summary>
    public sealed record WorksIn(string Country, string Locality) : RecognitionLetter;

    /// <summary>After a refusal: why, in the words of those who were against it. None when nobody gave a ground.</summary>
    public sealed record Grounds(EquatableArray<string> Words) : RecognitionLetter;
}
