using Plenum.Domain.Ballots;

namespace Plenum.Domain.Tests.Laws;

/// <summary>What two people type who empty a hat, and what they mean by it.</summary>
public sealed class HatTextTests
{
    private static readonly Box Ranking = BallotsRecord.NoBox with
    {
        Form = BallotForm.Ranking,
        Options = 4,
    };

    private static readonly Box Question = BallotsRecord.NoBox with { Options = 3 };

    [Fact]
    public void A_paper_a_line_with_how_many_in_front_where_there_are_several()
    {
        Assert.Equal(["3,1,2", "1", "1", "4,2"], Papers(Ranking, "3, 1,2\n\n2 x 1\r\n4,2\n"));
        Assert.Equal(["For", "For", "Against"], Papers(Question, "2x for\nAGAINST"));
    }

    [Fact]
    public void A_ballot_file_says_the_same_in_its_own_way()
    {
        Assert.Equal(
            ["1", "1", "3,1,2"],
            Sorted(Ranking, "4 1\n2 1 0\n1 3 1 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"Election\"\n")
        );
        Assert.Equal(
            ["Against", "For", "For", "For"],
            Sorted(Question, "3 1\n3 1 0\n1 2 0\n0\n\"For\"\n\"Against\"\n\"Abstain\"\n\"Rest\"\n")
        );
    }

    [Theory]
    [InlineData("1\n9", 2)]
    [InlineData("1\n1,1", 2)]
    [InlineData("1\n\nfive", 3)]
    [InlineData("999999 x 1", 1)]
    [InlineData("4 1\n1 2=3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"E\"\n", 1)]
    [InlineData("4 1\n1 7 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"E\"\n", 2)]
    public void What_is_no_paper_is_shown_by_its_line(string text, int line) =>
        Assert.Equal(
            line,
            Assert.IsType<HatReading.Unreadable>(HatText.Read(Ranking, text)).Where.Line
        );

    [Fact]
    public void Any_text_is_papers_or_names_a_line() =>
        Gen.String.Sample(
            text => HatText.Read(Ranking, text) is HatReading.Read or HatReading.Unreadable,
            iter: 2_000
        );

    private static IEnumerable<string> Sorted(Box box, string text) =>
        Papers(box, text).Order(StringComparer.Ordinal);

    private static EquatableArray<string> Papers(Box box, string text) =>
        Assert.IsType<HatReading.Read>(HatText.Read(box, text)).Lines;
}
