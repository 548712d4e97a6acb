using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Key;

namespace Plenum.Domain.Statutes;

public static partial class StatuteLanguage
{
    // Blocks about the order of the whole: record, emergencies, sections, boundaries.
    private static ImmutableArray<Block> OrderBlocks =>
        [
            Known(
                "record",
                Must("log", OneOf("append_only", "editable")),
                Must("open_to", OneOf("members", "officers")),
                Must("secret_rules", YesNo),
                Must("votes_on_persons", OneOf("secret", "open")),
                Must("delegates_vote_on_matters", OneOf("by_name", "secret")),
                Must("exceptions_expire", YesNo),
                May("outside_record", ListOf(Prose)),
                May("minutes_within", Time)
            ),
            Known(
                "emergency",
                Must("declared_by", Body),
                Must("majority", Majority),
                Must("causes", ListOf(Prose)),
                Must("may_change", ListOf(OneOf(EmergencyWords))),
                Must("expires", OneOf("by_itself", "by_decision", "never")),
                May("length", Time),
                May("renewals", Whole(0, 99)),
                May("vote_lengthened_by", Time),
                May("report_within", Time)
            ),
            Extra("sections", Sections),
            new("sections_vote", SectionsVote, Presence.May, Runs: true),
            new("intervention", Intervention, Presence.May, Runs: true),
            new("competences", Competences, Presence.May, Runs: true),
            new("frame", Table(Must("keys", ListOf(Prose))), Presence.May, Runs: true),
            Extra(
                "referendum",
                Table(
                    Must("members", Amount),
                    May("sections", Part),
                    Must("window", Time),
                    Must("excluded", ListOf(OneOf("officers", "accounts", "statutes", "tactics"))),
                    Must("binding", YesNo),
                    May("turnout", Part)
                )
            ),
            Extra(
                "affiliation",
                Table(
                    Must("admitted_by", Body),
                    Must("majority", Majority),
                    Must("conditions_published", YesNo),
                    May(
                        "secession",
                        Table(
                            Must("allowed", YesNo),
                            Must("majority", Majority),
                            Must("notice", Time)
                        )
                    ),
                    May("group_expulsion_by", Body)
                )
            ),
            Extra(
                "majorities",
                Table(
                    May("casting_vote", OneOf("none", "chair")),
                    May("close_debate", Majority),
                    May("closed_session", Majority),
                    May("double", YesNo)
                )
            ),
            Extra(
                "programme",
                Table(Must("accepted_on_joining", YesNo), May("clauses_public", YesNo))
            ),
            Extra(
                "prohibitions",
                ListOf(
                    Table(
                        Must("id", Prose),
                        Must("what", Prose),
                        May("enforced_by", Body),
                        May("procedure", OneOf("discipline", "panel", "assembly")),
                        May("appeal", Body)
                    )
                )
            ),
            new(
                "open",
                ListOf(
                    Table(
                        Must("id", Prose),
                        Must("key", Prose),
                        May("least", Prose),
                        May("most", Prose)
                    )
                ),
                Presence.May,
                Runs: true
            ),
        ];

    private static string[] EmergencyWords =>
        [
            "meeting_form",
            "meeting_place",
            "vote_length",
            "spending_limits",
            "elections",
            "recall",
            "factions",
            "press",
            "discipline",
            "charter",
            "terms",
            "statutes",
        ];

    private static Kind.Table Sections =>
        Table(
            Must("kinds", ListOf(OneOf("place", "workplace", "language", "at_large", "affinity"))),
            Must("least_members", Whole(1, 999)),
            Must("dissolved_by", OneOf("own_members", "appeal_body", "executive", "congress")),
            Must("redrawn_by", OneOf("own_members", "executive", "congress")),
            Must("majority", Majority),
            Must("at_large", YesNo),
            May("tactics_set_by", OneOf("own_members", "upper_body")),
            May("disputed_name_arbiter", Prose)
        );

    private static Kind.Table Intervention =>
        Table(
            Must("decided_by", Body),
            Must("lasts", Time),
            Must("measures", ListOf(OneOf<Measure>())),
            Must("on_petition", YesNo).Only("true"),
            Must("appeal", OneOf("lot", "none")).Only("lot")
        );

    private static Kind.Table Competences =>
        Table(
            Must("decided_by", Body),
            Must("reserved", ListOf(OneOf<Subject>())),
            Must("shared", ListOf(OneOf<Subject>())),
            May(
                "named",
                ListOf(
                    Table(
                        Must("id", Prose),
                        Must("what", Prose),
                        Must("kept_by", OneOf("sections", "together"))
                    )
                )
            )
        );

    private static Kind.Table SectionsVote =>
        Table(
            Must("weights", OneOf("stated", "equal", "per_member", "capped")),
            Must("needed", Part),
            Must("double_majority", YesNo),
            May("delegates_bound_by_political_class", YesNo).Only("false")
        );
}
