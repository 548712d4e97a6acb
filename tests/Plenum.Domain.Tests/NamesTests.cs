using System.Text;

namespace Plenum.Domain.Tests;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Suharto")]
    [InlineData("D'Arcy O'Neil")]
    [InlineData("ليلى حداد")]
    [InlineData("🌹 Rosa")]
    [InlineData("❤️ Rosa", "❤ Rosa")]
    [InlineData("Jr.")]
    [InlineData("=SUM(A1)")]
    [InlineData("  Ada\u00A0\u2003 Lovelace ", "Ada Lovelace")]
    [InlineData("Zoe\u0308", "Zoë")]
    [InlineData("علی\u200Cرضا")]
    [InlineData("क्\u200Dष")]
    [InlineData("Nguyễn Thị Mười")]
    public void A_name_of_any_script_is_taken(string typed, string kept = "") =>
        Assert.Equal(
            new NameRead(kept.Length == 0 ? typed : kept, NameTrouble.None),
            Names.Read(typed)
        );

    [Theory]
    [InlineData("Ann\u202Egnorw", "U+202E")]
    [InlineData("Ian\u2060 Clark", "U+2060")]
    [InlineData("\u200B\u200B", "U+200B")]
    [InlineData("Ada\nBen", "U+000A")]
    [InlineData("Ada\0", "U+0000")]
    [InlineData("Ada\u001B[31m", "U+001B")]
    [InlineData("Ada\u2028Ben", "U+2028")]
    [InlineData("A\u00ADda", "U+00AD")]
    [InlineData("Ada\u3164", "U+3164")]
    [InlineData("Ada\u2066", "U+2066")]
    [InlineData("Ada\u200Cb", "U+200C")]
    [InlineData("Ada \uDB40\uDC41", "U+E0041")]
    [InlineData("Ada \uFFFD", "U+FFFD")]
    [InlineData("Ada \uE000", "U+E000")]
    [InlineData("A\u0301\u0301\u0301\u0301\u0301da", "U+0301")]
    [InlineData("Ada\u034F", "U+034F")]
    [InlineData("Ada\uFE05", "U+FE05")]
    public void A_sign_that_cannot_be_seen_is_told_by_its_number(string typed, string sign) =>
        Assert.Equal(new NameRead(typed, NameTrouble.HiddenSign, sign), Names.Read(typed));

    [Fact]
    public void Half_of_a_pair_is_told_and_not_thrown() =>
        Assert.Equal("U+D83C", Names.Read("Rosa " + "🌹"[0]).Sign);

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\u3000 ")]
    [InlineData("\u0301")]
    public void Nothing_to_see_is_no_name(string typed) =>
        Assert.Equal(NameTrouble.Missing, Names.Read(typed).Trouble);

    [Fact]
    public void Two_hundred_letters_are_taken_however_many_signs_they_are()
    {
        var most = string.Concat(Enumerable.Repeat("q\u0323", Names.MostLetters));
        Assert.True(Names.Read(most).IsSound);
        Assert.Equal(NameTrouble.TooLong, Names.Read(most + "q").Trouble);
    }

    [Fact]
    public void Whatever_is_read_is_read_the_same_again()
    {
        foreach (var typed in (string[])["  Ada  B ", "Zoe\u0308", "❤️", "علی\u200Cرضا"])
            Assert.Equal(Names.Read(typed), Names.Read(Names.Read(typed).Text));
    }

    [Fact]
    public void No_sign_of_all_of_Unicode_is_taken_that_has_no_picture()
    {
        var taken = Enumerable
            .Range(0, 0x110000)
            .Where(Rune.IsValid)
            .Select(value => new Rune(value))
            .Where(rune => Names.Read($"A{rune}b").Text == $"A{rune}b")
            .Where(rune => Names.Read($"A{rune}b").IsSound)
            .Select(Rune.GetUnicodeCategory)
            .Distinct();
        Assert.DoesNotContain(System.Globalization.UnicodeCategory.Format, taken);
        Assert.DoesNotContain(System.Globalization.UnicodeCategory.Control, taken);
        Assert.DoesNotContain(System.Globalization.UnicodeCategory.PrivateUse, taken);
    }

    [Theory]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData(
        "you.\n\nYour union is dissolved: https://evil.example/confirm",
        "you. Your union is dissolved https evil. example confirm"
    )]
    [InlineData("www.evil.example", "www. evil. example")]
    [InlineData("a@evil.example", "a evil. example")]
    [InlineData("Ann\u202Egnorw", "Ann gnorw")]
    [InlineData("ليلى", "\u2068ليلى\u2069")]
    public void A_name_in_a_letter_is_one_line_without_a_link(string name, string said) =>
        Assert.Equal(said, Names.InLetter(name));

    [Fact]
    public void A_name_in_a_letter_is_at_most_sixty_letters()
    {
        var said = Names.InLetter(new string('a', 61));
        Assert.Equal(Names.MostInALetter, Names.LettersIn(said));
        Assert.EndsWith("a…", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vera Koch", "vera koch")]
    [InlineData("Vera Koch", "Vеrа Kосh")] // Cyrillic е, а, о, с
    [InlineData("Vera Koch", "Vera Κoch")] // Greek Κ
    [InlineData("Vera Koch", "νera Koch")] // Greek ν
    [InlineData("Vera Koch", "Vera\u200B Koch")]
    [InlineData("Vera Koch", "Ｖera Koch")]
    [InlineData("Vera Koch", "VeraKoch")]
    [InlineData("Ian Clark", "lan CIark")]
    [InlineData("Bernard", "Bemard")]
    [InlineData("O'Neil", "O’Neil")]
    [InlineData("Νίκος", "ΝΊΚΟς")]
    public void Two_names_that_look_the_same_have_one_skeleton(string one, string other) =>
        Assert.Equal(Names.Skeleton(one), Names.Skeleton(other));

    [Theory]
    [InlineData("Vera Koch", "Vera Kuch")]
    [InlineData("Jose", "José")]
    [InlineData("Ada", "Ida")]
    public void Two_names_that_look_different_have_two(string one, string other) =>
        Assert.NotEqual(Names.Skeleton(one), Names.Skeleton(other));
}
