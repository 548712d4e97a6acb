using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Mergers;
using Plenum.Web.Speech;

namespace Plenum.Web.Doors;

/// <summary>The head of the page and the clock on its wall, from the section that the address names. Both are total.</summary>
public static class Mastheads
{
    public static Masthead Of(HttpContext context)
    {
        if (
            SectionOf(context) is not { } id
            || context.RequestServices.GetService<Front>() is not { } front
        )
            return Masthead.Empty;
        var s = context.RequestServices.GetRequiredService<Sentences>();
        var section = front.Read(id).Section;
        var root = $"/s/{Here.Abridged(id)}";
        var person = context.User.FindFirst(Here.PersonClaim)?.Value ?? "";
        var known = section.Membership.Of(new PersonId(person));
        // Whoever a section has sent to a congress finds their way there like a member.
        var member = known.IsInGoodStanding || known.Standing is Standing.Delegate;
        var ownWord = OwnWord(s, section.Rules.Organisation.SectionWord);
        return new Masthead(
            Succession.NameOf(s, section),
            member
                ?
                [
                    new(s["nav.needs"], root),
                    new(s["nav.speaks"], root + "/speaks"),
                    new(s["nav.matters"], root + "/matters"),
                    new(ownWord, root + "/section"),
                    new(s["nav.people"], root + "/people"),
                    new(s["nav.statutes"], root + "/statutes"),
                    new(s["nav.programme"], root + "/programme"),
                    new(s["nav.record"], root + "/record"),
                    new(s["nav.me"], "/me"),
                ]
                :
                [
                    new(ownWord, root + "/section"),
                    new(s["nav.statutes"], root + "/statutes"),
                    new(s["nav.programme"], root + "/programme"),
                    person.Length > 0 ? new(s["nav.me"], "/me") : new(s["nav.sign-in"], "/sign-in"),
                ],
            Accent.OfTheHouse
        );
    }

    /// <summary>What the statutes call a section is what its members read; where they say nothing, the house has a word.</summary>
    private static string OwnWord(Sentences s, string word) =>
        word.Length == 0
            ? s["nav.section"]
            : string.Concat(word[..1].ToUpper(s.Culture), word.AsSpan(1));

    public static DateTimeZone ZoneOf(HttpContext context) =>
        SectionOf(context) is { } id && context.RequestServices.GetService<Front>() is { } front
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(front.Read(id).Section.Sections.TimeZone)
                ?? DateTimeZone.Utc
            : DateTimeZone.Utc;

    // The section of the address; on a page of no section the only one there is.
    private static SectionId? SectionOf(HttpContext context)
    {
        if (context.RequestServices.GetService<Front>() is not { } front)
            return null;
        if (
            context.Request.RouteValues.TryGetValue("section", out var named)
            && named is string { Length: > 0 } beginning
        )
            return front.Find(beginning) is { Value.Length: > 0 } found ? found : null;
        return front.Sections is [var only] ? only : null;
    }
}
