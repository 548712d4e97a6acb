using Plenum.Domain.Membership;
using Plenum.Domain.Programme;
using Plenum.Domain.Sections;
using Plenum.Testing;

namespace Plenum.Domain.Tests;

public sealed class BeginTests
{
    private static readonly string Statutes = Domain.Statutes.Templates.Text(
        "local-union",
        small: true
    );

    private static readonly Begin Sound = Named("Harbour", SmallBranch.ProgrammeText);

    private static Begin Named(string name, string programme) =>
        new(
            Begin.IdOf(name, Statutes, programme, "n1"),
            name,
            "Europe/Berlin",
            Statutes,
            programme,
            [.. Enumerable.Range(1, 6).Select(SmallBranch.PersonOf)],
            "n1"
        );

    private static Reason RefusalOf(Begin begin) =>
        begin.Refusal(Section.Unfounded, SmallBranch.ByFounder(SmallBranch.At(0)));

    [Fact]
    public void A_founding_adopts_statutes_and_programme_and_invites_each_founder()
    {
        var ruling = Sound.InOrder(Section.Unfounded, SmallBranch.ByFounder(SmallBranch.At(0)));
        var section = SmallBranch.Replay(ruling.Events);

        Assert.IsType<Authority.Founders>(ruling.Authority);
        Assert.Equal(Sound.Id, section.Id);
        Assert.Equal(Founding.Circle, section.Sections.Founding);
        Assert.Equal(1, section.Statutes.Version);
        Assert.Equal(1, section.Programme.Version);
        Assert.Equal(6, section.Membership.Members.Count);
        Assert.All(
            section.Membership.Members.Values,
            m => Assert.IsType<Standing.Invited>(m.Standing)
        );
        Assert.Equal(0, section.Membership.InGoodStanding);
    }

    [Fact]
    public void The_id_differs_with_everything_that_is_founded()
    {
        var ids = new[]
        {
            Begin.IdOf("a", "s", "p", "n"),
            Begin.IdOf("b", "s", "p", "n"),
            Begin.IdOf("a", "t", "p", "n"),
            Begin.IdOf("a", "s", "q", "n"),
            Begin.IdOf("a", "s", "p", "m"),
        };
        Assert.Distinct(ids);
    }

    [Fact]
    public void Only_whoever_holds_the_founding_link_begins_a_section() =>
        Assert.Equal(
            new NotTheFounder().By(Begin.Charter),
            Sound.Refusal(Section.Unfounded, SmallBranch.By(1, SmallBranch.At(0)))
        );

    [Fact]
    public void A_section_begins_once() =>
        Assert.Equal(
            new AlreadyBegun().By(Begin.Charter),
            Sound.Refusal(SmallBranch.Circle(5), SmallBranch.ByFounder(SmallBranch.At(0)))
        );

    [Fact]
    public void An_id_that_is_not_the_digest_is_refused() =>
        Assert.Equal(
            new WrongId(Sound.Id).By(Begin.Charter),
            RefusalOf(Sound with { Id = new SectionId("mine") })
        );

    [Fact]
    public void A_time_zone_nobody_knows_is_refused() =>
        Assert.Equal(
            new UnknownTimeZone("Sea/Harbour").By(Begin.Charter),
            RefusalOf(Sound with { TimeZone = "Sea/Harbour" })
        );

    [Fact]
    public void A_clause_number_used_twice_is_refused() =>
        Assert.Equal(
            new SameClauseTwice(2).By(Begin.Charter),
            RefusalOf(
                Named("Harbour", "# Principles\n\n1. One.\n\n2. Two.\n\n# Immediate\n\n2. Again.")
            )
        );

    [Fact]
    public void A_programme_without_principles_is_refused() =>
        Assert.Equal(
            new NoPrinciples().By(Begin.Charter),
            RefusalOf(Named("Harbour", "# Immediate\n\n1. Six hours."))
        );

    [Fact]
    public void Every_text_has_to_be_there()
    {
        Assert.Equal(new TextMissing("name"), RefusalOf(Sound with { Name = " " }));
        Assert.Equal(new TextMissing("nonce"), RefusalOf(Sound with { Nonce = "" }));
        Assert.Equal(new TextMissing("statutes"), RefusalOf(Sound with { StatutesText = "" }));
        Assert.Equal(new TextMissing("programme"), RefusalOf(Sound with { ProgrammeText = "" }));
    }

    [Fact]
    public void Every_text_has_a_greatest_length()
    {
        var long_ = new string('x', Begin.LongestStatutes + 1);
        Assert.Equal(
            new TextTooLong("name", 201, 200),
            RefusalOf(Sound with { Name = long_[..201] })
        );
        Assert.Equal(
            new TextTooLong("nonce", 201, 200),
            RefusalOf(Sound with { Nonce = long_[..201] })
        );
        Assert.Equal(
            new TextTooLong("statutes", long_.Length, Begin.LongestStatutes),
            RefusalOf(Sound with { StatutesText = long_ })
        );
        Assert.Equal(
            new TextTooLong("programme", 60_001, 60_000),
            RefusalOf(Sound with { ProgrammeText = long_[..60_001] })
        );
    }

    [Fact]
    public void Founders_are_named_once_and_soundly_and_are_not_too_many()
    {
        var one = SmallBranch.PersonOf(1);
        Assert.Equal(new NobodyNamed(), RefusalOf(Sound with { Founders = [] }));
        Assert.Equal(new NamedTwice(2), RefusalOf(Sound with { Founders = [one, one] }));
        Assert.Equal(new NotAPersonId(), RefusalOf(Sound with { Founders = [PersonId.Nobody] }));
        Assert.Equal(
            new TooManyAtOnce(513, 512),
            RefusalOf(
                Sound with
                {
                    Founders = [.. Enumerable.Range(1, 513).Select(SmallBranch.PersonOf)],
                }
            )
        );
    }
}
