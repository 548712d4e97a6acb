using NodaTime;

namespace Plenum.Web.Pieces;

/// <summary>A time by which something is to be done.</summary>
/// <param name="What">What it is the deadline of: "Voting closes".</param>
/// <param name="CalendarHref">Where its calendar file is.</param>
public sealed record DeadlineView(string What, Instant At, string CalendarHref);
