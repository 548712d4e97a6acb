using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Recognition is asked, granted and refused with reasons, also by two in one place (S19).</summary>
public sealed class RecognitionTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1, "PT", "Setúbal");
    private readonly Branch _docks = Forest.Section("Docks", 101, "PT", "Setúbal");
    private readonly Branch _hill = Forest.Section("Hill", 301, "PT", "Palmela");
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public RecognitionTests()
    {
        _tree = new(_harbour, _docks, _hill, _union);
        _tree.AffiliateAll(_union, _harbour, _hill);
    }

    private MatterNo Asked()
    {
        _tree.Carry(_docks, new AskToJoin(_union.Id(), "Together we are more."));
        _tree.BringAll();
        return _union
            .Section.Matters.OpenMatters.Single(m =>
                m.Question is Question.Recognise q && q.Section == _docks.Id()
            )
            .No;
    }

    private static StateGround Against(MatterNo matter, string words = "They split the dockers.") =>
        new(matter, ForTaking: false, words);

    [Fact]
    public void Whoever_decides_knows_who_works_in_the_same_place_and_neither_bars_the_other()
    {
        var matter = Asked();
        Assert.Equal([_harbour.Id()], Recognition.InTheSamePlace(_union.Section, _docks.Id()));
        Assert.Empty(Recognition.InTheSamePlace(_union.Section, _hill.Id()));
        _tree.Decide(_union, matter);
        _tree.BringAll();
        Assert.Equal(
            [_docks.Id(), _harbour.Id()],
            _union
                .Place()
                .Affiliates.Keys.Where(k => k != _hill.Id())
                .OrderBy(k => k != _docks.Id())
        );
    }

    [Fact]
    public void Grounds_against_go_to_the_section_that_is_refused_without_names()
    {
        var matter = Asked();
        _union.Do(2, Against(matter));
        _union.Do(3, new StateGround(matter, ForTaking: true, "They asked first."));
        _union.Do(4, Against(matter, "Too young."));
        _union.Do(4, Against(matter, "Nobody has met them."));
        _tree.Decide(_union, matter, "against");
        _tree.BringAll();

        Assert.Equal(_union.Id(), _docks.Section.Sections.Recognition.RefusedBy);
        Assert.Equal(
            ["They split the dockers.", "Nobody has met them."],
            _docks.Section.Sections.Recognition.Heard
        );
        Assert.Equal(3, _union.Section.Sections.Recognition.On(matter).Count);
        var told = _tree.Written.Select(w => w.Letter).Single(l => Grounds(l) is not null);
        foreach (var no in Enumerable.Range(1, 5))
            Assert.DoesNotContain(_union.Who(no).Value, Steps.Written(told));
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void A_refusal_without_a_ground_says_so_and_one_may_ask_again()
    {
        _tree.Decide(_union, Asked(), "against");
        _tree.BringAll();
        Assert.Equal(_union.Id(), _docks.Section.Sections.Recognition.RefusedBy);
        Assert.Empty(_docks.Section.Sections.Recognition.Heard);
        Assert.True(_docks.Try(1, new AskToJoin(_union.Id(), "Again.")));
    }

    [Fact]
    public void Only_those_who_decide_state_grounds_and_only_while_it_is_open()
    {
        var matter = Asked();
        Assert.Equal(
            "member.not-in-good-standing",
            _union.Attempt(Against(matter), _docks.As(1)).Why()
        );
        Assert.IsType<NotOpenToGrounds>(_union.Refused(1, Against(new MatterNo(1))));
        _tree.Decide(_union, matter);
        Assert.IsType<NotOpenToGrounds>(_union.Refused(1, Against(matter)));
    }

    private static EquatableArray<string>? Grounds(LettersEvent.Sent sent) =>
        sent.Letter is Letter.OnRecognition { Letter: RecognitionLetter.Grounds grounds }
            ? grounds.Words
            : null;
}
