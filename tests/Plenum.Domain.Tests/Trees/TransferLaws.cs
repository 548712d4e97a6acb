using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>
/// No sequence of transfers gives anybody two votes: not in two sections, not in a congress, not in the returns it is
/// allotted by, however late, doubled and muddled the letters are.
/// </summary>
public sealed class TransferLaws
{
    private const int Steps = 80;

    private static long Iterations =>
        Environment.GetEnvironmentVariable("PLENUM_LONG") is { Length: > 0 } ? 200 : 10;

    [Fact]
    public void No_sequence_of_transfers_gives_anybody_two_votes()
    {
        var moved = 0;
        var sent = 0;
        Gen.Int[1, int.MaxValue]
            .Sample(
                seed =>
                {
                    var life = new Life(new Random(seed));
                    for (var step = 0; step < Steps; step++)
                        life.Step();
                    life.Settle();
                    Interlocked.Add(ref moved, life.Moved);
                    Interlocked.Add(ref sent, life.Sent);
                },
                iter: Iterations,
                threads: 1
            );
        // A law about transfers that never come about would prove nothing.
        Assert.True(moved > 10 * Iterations / 2, $"{moved} transfers only");
        Assert.True(sent > Iterations, $"{sent} delegates only");
    }

    private sealed class Life
    {
        private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 7);
        private readonly Branch _docks = Forest.Section("Docks", 101, members: 6);
        private readonly Branch _union = Forest.Federation("Union", 201);
        private readonly Federation _tree;
        private readonly PersonId[] _people;
        private readonly HashSet<PersonId> _left = [];
        private readonly Random _chance;

        public Life(Random chance)
        {
            _chance = chance;
            _tree = new(_harbour, _docks, _union) { Round = _ => { } };
            new Federation(_harbour, _docks, _union).AffiliateAll(_union, _harbour, _docks);
            _people =
            [
                .. _tree.Sections.SelectMany(s =>
                    s.Section.Membership.Members.Values.Select(m => m.Person)
                ),
            ];
            new Federation(_harbour, _docks, _union).CallCongress(_union);
        }

        public int Moved => _tree.Sections.Sum(s => s.All<TransferEvent.MovedIn>().Count());

        public int Sent => _union.All<Congresses.CongressesEvent.Seated>().Count();

        public void Step()
        {
            var person = _people[_chance.Next(_people.Length)];
            var section = _tree.Sections[_chance.Next(3)];
            switch (_chance.Next(12))
            {
                case < 5:
                    Ask(person);
                    break;
                case 5:
                    foreach (var one in _tree.Sections)
                        one.Try(new TakeBackTransfer(), Actor.Self(person));
                    break;
                case 6:
                    section.Try(new Leave(), Actor.Self(person));
                    break;
                case 7:
                    foreach (var one in _tree.Sections)
                        Elect(one);
                    break;
                case 8 when _chance.Next(4) == 0:
                    foreach (var chair in _union.On(Laws.Steps.Chair))
                        _union.Try(
                            new Congresses.CallCongress(Forest.Congress),
                            Actor.Self(_union.Section.Membership.Of(chair.Holder).Person)
                        );
                    break;
                default:
                    Pass(_chance.Next(1, 15));
                    break;
            }
            if (_chance.Next(2) == 0)
                Muddle();
            Look();
        }

        /// <summary>Everything on its way comes, and what was begun ends.</summary>
        public void Settle()
        {
            _tree.BringAll();
            for (var weeks = 0; weeks < 12; weeks++)
            {
                Pass(7);
                _tree.BringAll();
                Look();
            }
            foreach (var section in _tree.Sections)
            {
                Assert.DoesNotContain(
                    section.Section.Membership.Members.Values,
                    m => m.Standing is Standing.Awaited
                );
                Assert.Equal(
                    Laws.Steps.Written(section.Section),
                    Laws.Steps.Written(section.Replayed())
                );
            }
            // Nobody is lost on the way: whoever did not leave belongs somewhere.
            foreach (var person in _people)
                if (!HasLeft(person))
                    Assert.Equal(1, Homes(person));
        }

        private void Ask(PersonId person)
        {
            var to = _tree.Sections[_chance.Next(3)];
            foreach (var one in _tree.Sections)
                one.Try(new AskTransfer(to.Id(), 1), Actor.Self(person));
        }

        private void Elect(Branch section)
        {
            foreach (var election in section.Running(Forest.Delegation))
            foreach (var person in _people)
                if (_chance.Next(2) == 0)
                    section.Try(
                        new Stand(election, "I will report.", PublicName: true),
                        Actor.Self(person)
                    );
                else if (section.Matter(election).Stage is Stage.Voting voting)
                    section.Try(new Cast(voting.Box, "1,2"), Actor.Self(person));
        }

        private void Pass(int days)
        {
            for (var day = 0; day < days; day++)
            {
                _tree.Pass(Duration.FromDays(1), post: false);
                if (day % 3 == 0)
                    foreach (var section in _tree.Sections)
                        Elect(section);
            }
        }

        private void Muddle()
        {
            var letters = _tree.OnTheWay.ToArray();
            _chance.Shuffle(letters);
            foreach (var letter in letters.Take(1 + _chance.Next(6)))
                _tree.Bring(letter);
            var old = _tree.Written.ToArray();
            for (var again = 0; again < 3 && old.Length > 0; again++)
                _tree.Bring(old[_chance.Next(old.Length)]);
        }

        private void Look()
        {
            foreach (var person in _people)
                Assert.True(Homes(person) <= 1, $"{person} votes in {Homes(person)} sections");
            var seats = _union.On(Forest.Congress).Select(m => m.Holder).ToArray();
            Assert.Equal(seats.Distinct().Count(), seats.Length);
            foreach (var congress in _union.Section.Congresses.All.Values)
                Assert.True(congress.Returns.Values.Sum() <= _people.Length);
            foreach (var section in _tree.Sections)
            foreach (var box in section.Section.Ballots.Boxes.Values.Where(b => !b.Closed))
            {
                var roll = box.Roll.Select(no => section.Section.Membership.Of(no).Person);
                Assert.Equal(box.Roll.Count, roll.Distinct().Count());
            }
        }

        private int Homes(PersonId person) =>
            _tree.Sections.Count(s => s.Section.Membership.Of(person).IsInGoodStanding);

        private bool HasLeft(PersonId person)
        {
            foreach (var section in _tree.Sections)
            foreach (var left in section.All<MembershipEvent.Left>())
                if (section.Section.Membership.Of(left.Member).Person == person)
                    _left.Add(person);
            return _left.Contains(person);
        }
    }
}
