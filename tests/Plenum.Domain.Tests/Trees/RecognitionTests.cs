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

    private MatterNo Asked() => Asked(_docks);

    private MatterNo Asked(Branch section)
    {
        _tree.Carry(section, new AskToJoin(_union.Id(), "Together we are more."));
        _tree.BringAll();
        return _union
            .Section.Matters.OpenMatters.Single(m =>
                m.Question is Question.Recognise q && q.Section == section.Id()
            )
            .No;
    }

    private Asking Last(Branch section) =>
        Register.Of(_union.Section).First(a => a.Section == section.Id());

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

    [Fact]
    public void Another_that_asks_from_the_same_place_is_named_too_and_both_can_be_taken_in()
    {
        _tree.Carry(_harbour, new LeaveFederation("We go our own way."));
        _tree.BringAll();
        // Both ask at once; the vote of one section does not wait for that of the other.
        _docks.Do(1, new AskToJoin(_union.Id(), "Together we are more."));
        _harbour.Do(1, new AskToJoin(_union.Id(), "Together we are more."));
        _tree.Until(
            () =>
            {
                foreach (var section in new[] { _docks, _harbour })
                foreach (var matter in section.Section.Matters.OpenMatters.ToArray())
                    for (var no = 1; no <= 5; no++)
                        if (matter.Stage is Stage.Support)
                            section.Try(no, new Support(matter.No));
                        else if (matter.Stage is Stage.Voting voting)
                            section.Try(no, new Ballots.Cast(voting.Box, "for"));
                return _union.Section.Matters.OpenMatters.Count() == 2;
            },
            "two that ask"
        );
        var (docks, harbour) = (Last(_docks).By, Last(_harbour).By);
        Assert.Empty(Recognition.InTheSamePlace(_union.Section, _docks.Id()));
        Assert.Equal(
            [_harbour.Id()],
            Recognition.AskingInTheSamePlace(_union.Section, _docks.Id())
        );
        Assert.Equal(
            [_docks.Id()],
            Recognition.AskingInTheSamePlace(_union.Section, _harbour.Id())
        );
        _tree.Until(
            () =>
            {
                foreach (var matter in new[] { docks, harbour })
                    if (_union.Matter(matter).Stage is Stage.Voting voting)
                        for (var no = 1; no <= 5; no++)
                            _union.Try(no, new Ballots.Cast(voting.Box, "for"));
                return !_union.Section.Matters.OpenMatters.Any();
            },
            "two answers"
        );
        Assert.Equal(
            (Recognised.Granted, Recognised.Granted),
            (Last(_docks).Stands, Last(_harbour).Stands)
        );
    }

    [Fact]
    public void Who_left_and_asks_from_another_place_is_not_held_to_the_old_report()
    {
        _tree.Until(
            () => _union.Section.Sections.Scope.Reports.ContainsKey(_hill.Id()),
            "a report"
        );
        Assert.Equal(new Place("PT", "Palmela"), Recognition.PlaceOf(_union.Section, _hill.Id()));
        _tree.Carry(_hill, new LeaveFederation("We go our own way."));
        _tree.BringAll();
        var unfolding = new Unfolding(_union.Section);
        Recognition.Open(unfolding, _hill.Id(), new RecognitionLetter.WorksIn("PT", "Setúbal"));
        Assert.Equal([_harbour.Id()], Recognition.InTheSamePlace(unfolding.Section, _hill.Id()));
    }

    [Fact]
    public void The_register_tells_what_was_asked_refused_granted_and_left_each_time_anew()
    {
        var first = Asked();
        Assert.Equal((first, Recognised.Pending), (Last(_docks).By, Last(_docks).Stands));
        _union.Do(2, Against(first));
        _tree.Decide(_union, first, "against");
        _tree.BringAll();
        Assert.Equal(
            (Recognised.Refused, Refusal.VotedDown),
            (Last(_docks).Stands, Last(_docks).Why)
        );

        // A ground does not bar from asking again either.
        var second = Asked();
        Assert.Empty(_union.Section.Sections.Recognition.On(second));
        _tree.Decide(_union, second);
        _tree.BringAll();
        Assert.Equal((second, Recognised.Granted), (Last(_docks).By, Last(_docks).Stands));
        Assert.Equal(new SectionId(""), _docks.Section.Sections.Recognition.RefusedBy);

        _tree.Carry(_docks, new LeaveFederation("We go our own way."));
        _tree.BringAll();
        Assert.Equal((second, Recognised.Left), (Last(_docks).By, Last(_docks).Stands));

        var third = Asked();
        _tree.Decide(_union, third);
        _tree.BringAll();
        Assert.Equal(
            [(third, Recognised.Granted), (second, Recognised.Left), (first, Recognised.Refused)],
            Register
                .Of(_union.Section)
                .Where(a => a.Section == _docks.Id())
                .Select(a => (a.By, a.Stands))
        );
        Assert.Equal(5, Register.Of(_union.Section).Count());
        Assert.True(Register.IsBegun(_union.Section));
        Assert.False(Register.IsBegun(_docks.Section));
    }

    [Fact]
    public void What_was_not_decided_in_time_is_refused_as_not_decided()
    {
        var matter = Asked();
        _tree.Until(() => !_union.Matter(matter).IsOpen, "the end of the vote");
        _tree.BringAll();
        Assert.Equal(
            (Recognised.Refused, Refusal.NotDecided),
            (Last(_docks).Stands, Last(_docks).Why)
        );
    }

    [Fact]
    public void A_section_that_stands_above_is_turned_away_and_the_grounds_of_the_outvoted_stay_here()
    {
        // The union comes to stand under the docks while it debates whether to take them in.
        var matter = Asked();
        _union.Do(2, Against(matter));
        var unfolding = new Unfolding(_union.Section).Then(
            new TreeEvent.AboveChanged([_docks.Id()])
        );
        Recognition.TakeIn(
            unfolding,
            matter,
            new Question.Recognise(_docks.Id(), "Docks", 5),
            _union.Now
        );
        Assert.Equal(
            [new Letter.AffiliationRefused(matter, Refusal.Circle)],
            unfolding.Events.OfType<LettersEvent.Sent>().Select(s => s.Letter)
        );
        Assert.Equal(
            matter,
            Assert.Single(unfolding.Events.OfType<RecognitionEvent.TurnedAway>()).By
        );
    }

    [Fact]
    public void A_section_above_that_asks_is_answered_at_once_and_stands_in_the_register()
    {
        var unfolding = new Unfolding(_harbour.Section);
        Recognition.Consider(
            unfolding,
            _union.Id(),
            new Letter.AffiliationAsked("Union", 5, MatterNo.None),
            _harbour.Now
        );
        var asking = Assert.Single(Register.Of(unfolding.Section));
        Assert.Equal(
            (_union.Id(), "Union", Recognised.Refused, Refusal.Circle),
            (asking.Section, asking.Name, asking.Stands, asking.Why)
        );
        Assert.True(Register.IsBegun(unfolding.Section));
        Assert.Empty(unfolding.Events.OfType<MattersEvent.PutForward>());
    }

    [Fact]
    public void A_ground_has_words_and_not_too_many()
    {
        var matter = Asked();
        Assert.IsType<TextMissing>(_union.Refused(2, Against(matter, " ")));
        Assert.IsType<TextTooLong>(
            _union.Refused(2, Against(matter, new string('x', Texts.Line + 1)))
        );
        Assert.Empty(_union.Section.Sections.Recognition.On(matter));
    }

    [Fact]
    public void Whoever_states_a_ground_again_may_have_changed_sides()
    {
        var matter = Asked();
        _union.Do(2, Against(matter));
        _union.Do(2, new StateGround(matter, ForTaking: true, "They explained themselves."));
        Assert.Equal(
            [new Ground(new MemberNo(2), ForTaking: true, "They explained themselves.")],
            _union.Section.Sections.Recognition.On(matter)
        );
    }

    private static EquatableArray<string>? Grounds(LettersEvent.Sent sent) =>
        sent.Letter is Letter.OnRecognition { Letter: RecognitionLetter.Grounds grounds }
            ? grounds.Words
            : null;
}
