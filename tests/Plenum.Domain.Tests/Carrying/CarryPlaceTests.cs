using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Carrying;

/// <summary>Sections of an organisation that exists come into one tree by their foundings and by letters.</summary>
public sealed class CarryPlaceTests
{
    private static readonly Actor Founder = new Actor.Founder();

    private readonly Branch _union = Circle("Union", "federation", 1);
    private readonly Branch _docks = Circle("Docks", "local-union", 11);
    private readonly Federation _tree;

    public CarryPlaceTests() => _tree = new Federation(_union, _docks);

    private static Branch Circle(string name, string template, int first)
    {
        var branch = new Branch();
        var statutes = Templates.Text(template, small: true);
        var programme = SmallBranch.ProgrammeText;
        branch.Do(
            new Begin(
                Begin.IdOf(name, statutes, programme, "n"),
                name,
                "Etc/UTC",
                statutes,
                programme,
                [.. Enumerable.Range(first, 5).Select(Branch.Person)],
                "n"
            ),
            Founder
        );
        return branch;
    }

    private SectionId Above => _docks.Section.Sections.Tree.Federation.Federation;

    [Fact]
    public void A_section_that_both_foundings_name_belongs_to_the_federation_before_anybody_has_accepted()
    {
        _union.Do(new CarryPlace(new(""), [_docks.Section.Id]), Founder);
        _docks.Do(new CarryPlace(_union.Section.Id, []), Founder);
        _tree.BringAll();

        Assert.Equal(_union.Section.Id, Above);
        Assert.True(_union.Section.Sections.Tree.HasAffiliate(_docks.Section.Id));
        Assert.Empty(_union.Section.Sections.Tree.Expected);
    }

    [Fact]
    public void A_section_that_the_federation_does_not_name_is_decided_about_like_any_other()
    {
        _docks.Do(new CarryPlace(_union.Section.Id, []), Founder);
        _tree.BringAll();

        Assert.Equal(new SectionId(""), Above);
        Assert.False(_union.Section.Sections.Tree.HasAffiliate(_docks.Section.Id));
    }

    [Fact]
    public void Naming_a_section_takes_nobody_in_that_does_not_ask()
    {
        _union.Do(new CarryPlace(new(""), [_docks.Section.Id]), Founder);
        _tree.BringAll();
        Assert.False(_union.Section.Sections.Tree.HasAffiliate(_docks.Section.Id));
    }

    [Fact]
    public void Done_again_it_changes_nothing()
    {
        _union.Do(new CarryPlace(new(""), [_docks.Section.Id]), Founder);
        Assert.Empty(_union.Do(new CarryPlace(new(""), [_docks.Section.Id]), Founder).Events);
        _docks.Do(new CarryPlace(_union.Section.Id, []), Founder);
        Assert.False(_docks.Try(new CarryPlace(_union.Section.Id, []), Founder));
    }

    [Fact]
    public void A_section_with_members_of_its_own_asks_by_their_vote()
    {
        for (var no = 11; no <= 15; no++)
            _docks.Do(no, new AcceptInvitation(1, ""));
        Assert.False(_docks.Try(new CarryPlace(_union.Section.Id, []), Founder));
    }
}
