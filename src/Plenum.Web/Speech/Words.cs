using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Web.Speech;

/// <summary>The words of the law as people say them; a test asks for every one of them in every language.</summary>
public static class Words
{
    public static string Word(this Sentences sentences, Enum word) =>
        sentences.Named($"word.{word.GetType().Name}.{word}");

    public static string Of(this Sentences sentences, Stage stage) =>
        sentences.Named("stage." + stage.GetType().Name);

    /// <summary>A word of the law by the name of its folder, in small letters.</summary>
    public static string OfLaw(this Sentences sentences, string word) =>
        sentences.Named("word.Law." + word);

    public static string OfStage(this Sentences sentences, string name) =>
        sentences.Named("stage." + name);

    public static string Of(this Sentences sentences, Standing standing) =>
        sentences.Named("standing." + standing.GetType().Name);
}
