using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Statutes;

namespace Plenum.Clerk.Recording;

/// <summary>
/// What lies around an event: when, who asked and by which path, under which authority and article, by which command
/// and with which randomness. Members' class: the leaf carries only its digest, its time and its article.
/// </summary>
public sealed record Envelope(
    Instant At,
    Actor Actor,
    Authority Authority,
    ArticleId Article,
    CommandId Command,
    Draw Drawn
);
