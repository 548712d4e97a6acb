using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Bodies;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo;

/// <summary>Who stood, and on what platform.</summary>
internal sealed partial class Story
{
    private void FirstElections()
    {
        Stand(
            Day(2),
            5,
            Committee,
            "I ran the canteen for nine years. I know who skips meals, and why."
        );
        Stand(
            Day(2, 3),
            6,
            Committee,
            "Rosters first. I will print every change three days ahead and answer for it."
        );
        Stand(
            Day(3),
            7,
            Committee,
            "Crane shed. I will bring the night shift's questions, not my own."
        );
        Stand(Day(5), 8, Committee, "New here, and loud. Someone should speak for those on loan.");
        Stand(
            Day(3),
            2,
            Chair,
            "A chair keeps the order of speakers and keeps quiet. I can do both."
        );
        Stand(
            Day(6),
            13,
            Chair,
            "Short meetings, written proposals, an end before the last ferry."
        );
        Stand(
            Day(2),
            3,
            Secretary,
            "I will keep the roll, write in four languages and help anyone at the desk."
        );
        Stand(
            Day(2),
            4,
            Treasurer,
            "Books open every Thursday after the shift. Bring your questions."
        );
        Stand(Day(4), 9, Treasurer, "I did the accounts of the rowing club, and it still floats.");
        Stand(
            Day(1),
            1,
            Keepers,
            "The machine stands in my kitchen. I would rather not stay alone with it."
        );
        Stand(
            Day(2),
            10,
            Keepers,
            "I look after ships' computers. This one will be dull, as it should."
        );
        Stand(Day(4), 11, Keepers, "Second pair of eyes, every Sunday.");
        Stand(Day(5), 12, Auditors, "I read receipts for a living.");
    }

    private void SecondElections()
    {
        Stand(
            Day(326),
            5,
            Committee,
            "Once more, and then somebody else. The fund works; the rosters do not yet."
        );
        Stand(Day(327), 7, Committee, "The night shift asked me to go on, so I ask you.");
        Stand(
            Day(328),
            14,
            Committee,
            "The fund was my motion. I would like to look after what it became."
        );
        Stand(
            Day(329),
            8,
            Committee,
            "Those on loan are a third of us now. One seat of three would be fair."
        );
        Stand(
            Day(330),
            9,
            Committee,
            "Whoever lost the vote on the picket should be heard in the committee too."
        );
        Stand(Day(326), 2, Chair, "The same, with a longer list of speakers.");
        Stand(
            Day(331),
            16,
            Chair,
            "Chair by turns. I would begin, and hand it on after half a year."
        );
        Stand(
            Day(327),
            3,
            Secretary,
            "The roll is in order, the desk is open on pay-days. I would go on."
        );
        Stand(Day(327), 4, Treasurer, "Forty Thursdays, forty open books.");
        Stand(Day(327), 10, Keepers, "Dull it was. I would keep it so.");
        Stand(Day(329), 11, Keepers, "Fifty-one Sundays. One I overslept.");
        Stand(Day(330), 12, Auditors, "Two receipts were missing. They have been found.");
        Stand(Day(332), 15, Auditors, "I never held a post here. That is the point.");
    }
}
