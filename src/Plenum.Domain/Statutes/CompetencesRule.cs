namespace Plenum.Domain.Statutes;

/// <summary>What a decision is about: a word of the closed list, or a name that statutes give.</summary>
public readonly record struct SubjectId(string Value) : IComparable<SubjectId>
{
    public static readonly SubjectId None = new("");

    /// <summary>Those who sit are elected and recalled by their constituents, whatever anybody lends (C13).</summary>
    public static readonly SubjectId OwnOfficers = new("own_officers");

    public int CompareTo(SubjectId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>What sections and their federation may have to share out; statutes name what else there is.</summary>
public enum Subject
{
    /// <summary>How a section acts.</summary>
    Tactics,

    /// <summary>When a section stops work, and for how long.</summary>
    Strikes,
    OwnBudget,
    OwnOfficers,
    LocalAffairs,
    Bargaining,
    Campaigns,
    CommonFund,
}

/// <summary>A subject that these statutes name themselves.</summary>
public sealed record NamedSubject(SubjectId Id, string What);

/// <summary>
/// Who decides what between a federation and its sections (S13, S14): reserved matters are for the sections, shared ones
/// for both together, and what names no subject binds nobody but the federation itself.
/// </summary>
public sealed record CompetencesRule(
    ArticleId Article,
    BodyId DecidedBy,
    EquatableArray<SubjectId> Reserved,
    EquatableArray<SubjectId> Shared,
    EquatableArray<NamedSubject> Named
)
{
    public static readonly CompetencesRule Unwritten = new(
        new ArticleId(""),
        BodyId.Members,
        [],
        [],
        []
    );

    public bool IsWritten => this != Unwritten;

    public bool IsReserved(SubjectId subject) => Reserved.Contains(subject);

    /// <summary>Written in both lists it is reserved: the reading kinder to those below holds (C15).</summary>
    public bool IsShared(SubjectId subject) => Shared.Contains(subject) && !IsReserved(subject);

    public bool Knows(SubjectId subject) => IsReserved(subject) || IsShared(subject);

    /// <summary>The word of the closed list; none for a name that statutes give.</summary>
    public static Subject? Listed(SubjectId subject) => Words.Parse<Subject>(subject.Value);

    public string WhatIs(SubjectId subject) =>
        Named.Items.FirstOrDefault(n => n.Id == subject)?.What ?? "";

    /// <summary>
    /// The first subject that would go up if these rules gave way to others: no longer reserved, or newly shared.
    /// </summary>
    public SubjectId MovesUpIn(CompetencesRule next) =>
        IsWritten
            ? Reserved
                .Where(s => !next.IsReserved(s))
                .Concat(next.Shared.Where(s => next.IsShared(s) && !IsShared(s)))
                .FirstOrDefault(SubjectId.None)
            : SubjectId.None;
}
