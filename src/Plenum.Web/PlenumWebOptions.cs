using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Web.Guard;

namespace Plenum.Web;

/// <summary>What the host tells the house; the defaults serve an empty house in universal time.</summary>
public sealed record PlenumWebOptions
{
    /// <summary>A demonstration: the page of examples is shown.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// Where people reach this house, for instance <c>https://votes.example.org</c>; letters and passkeys carry it. Empty:
    /// one of the names below, whichever the request has, which suits a laptop but not a server that sends letters.
    /// </summary>
    public string Address { get; init; } = "";

    /// <summary>Names it answers to besides the address, this computer itself and the number it was reached under.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>From where it is believed who asks, when that is a proxy; nobody unless named.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether people reach it over https alone.</summary>
    public bool IsHttps => Address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What a cookie is called: over https so that no other name of the domain can set it, nor a page without https.
    /// </summary>
    public string CookieName(string name) => IsHttps ? "__Host-" + name : name;

    /// <summary>Name and sections shown at the head of the page, for the request at hand.</summary>
    public Func<HttpContext, Masthead> MastheadOf { get; init; } = Doors.Mastheads.Of;

    /// <summary>The time zone of the member, or else of the section the page is about.</summary>
    public Func<HttpContext, DateTimeZone> ZoneOf { get; init; } = Doors.Mastheads.ZoneOf;

    /// <summary>Whether the house may serve people now (store open, records folded); asked by <c>/readyz</c>.</summary>
    public Func<bool> Ready { get; init; } = () => true;

    /// <summary>How much one caller may ask of the house.</summary>
    public Limits Limits { get; init; } = new();
}

/// <summary>The head of every page: whose house this is and which rooms are open.</summary>
/// <param name="Name">The organisation's name; empty before one is founded.</param>
/// <param name="Links">The sections nav, in order.</param>
/// <param name="Accent">The organisation's colour, already checked.</param>
public sealed record Masthead(string Name, ImmutableArray<MastheadLink> Links, Accent Accent)
{
    public static Masthead Empty { get; } = new("", [], Accent.OfTheHouse);
}

/// <summary>One way in the sections nav; the label is already in the reader's language.</summary>
public sealed record MastheadLink(string Label, string Href);
