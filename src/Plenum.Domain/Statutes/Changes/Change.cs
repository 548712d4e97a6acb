using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>
/// One rule that reads otherwise than before: where it stands now (or stood, when it is gone), both values as written,
/// what that does to members' rights, and the case that names the sentence saying why.
/// </summary>
public sealed record Change(
    ArticleId Article,
    int Line,
    KeyPath Path,
    string Before,
    string After,
    ChangeDirection Direction,
    string Case
);
