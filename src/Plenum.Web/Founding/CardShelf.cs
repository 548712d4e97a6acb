using System.Collections.Concurrent;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Web.Founding;

/// <summary>
/// Cards that were issued and are to be printed. Accounts keep only digests of them, so that they can be shown until
/// the program ends and never again; a lost card is issued anew.
/// </summary>
public sealed class CardShelf
{
    private readonly ConcurrentDictionary<(SectionId, PersonId), JoinCard> _cards = new();

    public void Put(SectionId section, PersonId person, JoinCard card) =>
        _cards[(section, person)] = card;

    public JoinCard? Of(SectionId section, PersonId person) =>
        _cards.GetValueOrDefault((section, person));
}
