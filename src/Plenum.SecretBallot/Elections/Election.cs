using System.Collections.Immutable;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Elections;

/// <summary>What is voted on, in which group and under which key; its fingerprint stands in every ballot and proof.</summary>
internal sealed record Election(
    string Uuid,
    string Name,
    string Description,
    Group Group,
    Element PublicKey,
    ImmutableArray<Question> Questions,
    string Fingerprint
)
{
    public const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int MostQuestions = 200;

    public bool HasRankings => Questions.Any(q => q is Question.Ranked);

    public static Election Read(byte[] bytes)
    {
        const string place = "election";
        var fields = Shape.AnyOrder(
            JsonReader.Read(bytes, place),
            place,
            "version",
            "description",
            "name",
            "group",
            "public_key",
            "questions",
            "uuid",
            "administrator?",
            "credential_authority?"
        );
        Version(fields[0], place);
        var named = Shape.Word(fields[3], "election.group");
        var group =
            Group.Find(named)
            ?? throw new RejectedException(
                "election.group",
                "election.group",
                $"The group '{named}' is not known; known are {string.Join(", ", Group.All.Select(g => g.Name))}."
            );
        var questions = Shape.Items(fields[5], "election.questions");
        if (questions.Length is 0 or > MostQuestions)
            throw new RejectedException(
                "election.questions",
                "election.questions",
                "An election asks between 1 and 200 questions."
            );
        var election = new Election(
            Identifier(Shape.Word(fields[6], "election.uuid")),
            Shape.Word(fields[2], "election.name"),
            Shape.Word(fields[1], "election.description"),
            group,
            Shape.Member(group, fields[4], "election.public_key"),
            [.. questions.Select((q, at) => Question.Read(q, $"election.questions[{at}]"))],
            Digest.Short(bytes)
        );
        foreach (var optional in fields[7..])
            if (optional is not null)
                Shape.Word(optional, place);
        for (var at = 0; at < election.Questions.Length; at++)
            election.Questions[at].Fits(group, $"election.questions[{at}]");
        return election;
    }

    /// <summary>The bytes that are hashed and kept.</summary>
    public static byte[] Write(
        string uuid,
        string name,
        string description,
        Element publicKey,
        IEnumerable<Question> questions
    ) =>
        System.Text.Encoding.UTF8.GetBytes(
            $$"""{"version":1,"description":{{JsonWriter.Quoted(description)}},"name":{{JsonWriter.Quoted(name)}},"group":"{{publicKey.Group.Name}}","public_key":"{{publicKey.Text}}","questions":[{{string.Join(',', questions.Select(q => q.Json()))}}],"uuid":"{{uuid}}"}"""
        );

    public static void Version(Json? value, string place)
    {
        if (value is not Json.Number("1"))
            throw new RejectedException(
                "version",
                place,
                "Only version 1 of the protocol is known here."
            );
    }

    public static string Identifier(string uuid) =>
        uuid is { Length: >= 14 and <= 64 } && uuid.All(Base58.Contains)
            ? uuid
            : throw new RejectedException(
                "election.uuid",
                "election.uuid",
                "The name of an election has at least 14 digits and letters, without 0, I, O and l."
            );
}
