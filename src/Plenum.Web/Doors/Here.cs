using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Competences;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Rights;
using Plenum.Domain.Statutes;
using Plenum.Web.Mergers;
using Plenum.Web.Pieces;
using Plenum.Web.Referendums;
using Plenum.Web.Speech;

namespace Plenum.Web.Doors;

/// <summary>Where the reader is: which section, as of which version, who they are in it, and what time it is.</summary>
public sealed class Here
{
    public const string Scheme = "plenum";
    public const string PersonClaim = "person";

    private readonly PeopleBook _people;

    public Here(
        IHttpContextAccessor accessor,
        Front front,
        IClock clock,
        Sentences sentences,
        PeopleBook people
    )
    {
        var context =
            accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");
        (_people, S, Now) = (people, sentences, clock.GetCurrentInstant());
        Person = new PersonId(context.User.FindFirstValue(PersonClaim) ?? "");
        Id = front.Find(context.Request.RouteValues["section"] as string ?? "");
        (Section, Version) = front.Read(Id);
        Me = Section.Membership.Of(Person);
        Path = context.Request.Path + context.Request.QueryString;
    }

    public Sentences S { get; }
    public Instant Now { get; }
    public SectionId Id { get; }
    public Section Section { get; }
    public long Version { get; }
    public PersonId Person { get; }
    public Member Me { get; }
    public string Path { get; }

    public bool Exists => Section.Sections.Founding != Domain.Sections.Founding.None;
    public bool IsSignedIn => Person != PersonId.Nobody && Person.Value.Length > 0;

    /// <summary>Whoever another section has sent to a congress here reads what members read.</summary>
    public bool IsMember => Me.IsInGoodStanding || Me.Standing is Standing.Delegate;

    /// <summary>Section ids are long; the first of their letters are enough where few sections live.</summary>
    public static string Abridged(SectionId id) => id.Value.Length > 10 ? id.Value[..10] : id.Value;

    public string Url(string path = "") => UrlOf(Id, path);

    public static string UrlOf(SectionId section, string path) =>
        path.Length == 0 ? $"/s/{Abridged(section)}" : $"/s/{Abridged(section)}/{path}";

    public string UrlOf(MatterNo no) => Url($"matters/{no}");

    public string UrlOf(MandateNo no) => Url($"mandates/{no}");

    public string NameOf(MemberNo no) =>
        no == MemberNo.None ? S["people.nobody"]
        : Section.Membership.Of(no) is { IsForgotten: true } forgotten
            ? forgotten.KnownAs.Length > 0
                    // Nobody becomes another member by choosing how that one is called.
                    ? S["people.known-as", ("name", Names.Shown(forgotten.KnownAs))]
                : S["people.forgotten"]
        : NameOf(Section.Membership.Of(no).Person);

    /// <summary>This section, or one below it.</summary>
    public string NameOf(SectionId section) =>
        section == Id ? Section.Sections.Name
        : Section.Sections.Tree.Affiliates.TryGetValue(section, out var affiliate) ? affiliate.Name
        : Section.Sections.Tree.Federation.Federation == section
            ? Section.Sections.Tree.Federation.Name
        : Abridged(section);

    public string NameOf(PersonId person) =>
        _people.NameOf(person) is { Length: > 0 } name ? name : S["people.erased"];

    public string TitleOf(BodyId body) =>
        body == BodyId.Members ? S["body.members"]
        : body == BodyId.Sections ? S["body.sections"]
        : body == BodyId.Tree ? S["body.tree"]
        : Section.Statutes.Book.Has(body) ? Section.Statutes.Book.Body(body).Title
        : body.Value;

    /// <summary>What a decision is about; a subject of another section's statutes comes with the words it has there.</summary>
    public string SubjectOf(SubjectId subject, string what = "") =>
        CompetencesRule.Listed(subject) is { } listed ? S.Word(listed)
        : what.Length > 0 ? what
        : Section.Rules.Competences.WhatIs(subject) is { Length: > 0 } named ? named
        : subject.Value;

    public Reference Article(ArticleId article)
    {
        var found = Section.Statutes.Book.Articles.Items.FirstOrDefault(a => a.Id == article);
        return found is null
            ? new Reference(
                article.Value.Length == 0 ? S["article.charter"] : article.Value,
                Url("statutes")
            )
            : new Reference(
                S["article.numbered", ("number", found.Number), ("title", found.Title)],
                Url($"statutes/{article}")
            );
    }

    /// <summary>The office somebody holds; who acts in it only for now is always called so.</summary>
    public string OfficeOf(Mandate mandate) =>
        mandate.IsCaretaker ? S["mandate.caretaker", ("office", TitleOf(mandate.Body))]
        : mandate.IsInterim
            ? S["mandate.interim", ("office", TitleOf(mandate.Body)), ("day", S.Day(mandate.Until))]
        : TitleOf(mandate.Body);

    /// <summary>What a matter is called on a page.</summary>
    public string TitleOf(Matter matter) =>
        matter.Question switch
        {
            Question.Adopt q => ShownSigns.In(q.Title),
            Question.Elect q => S["title.elect", ("body", TitleOf(q.Body)), ("seats", q.Seats)],
            Question.Recall q => S["title.recall", ("body", TitleOf(q.Body))],
            Question.AmendStatutes q => S["title.amend", ("title", ShownSigns.In(q.Title))],
            Question.AmendProgramme q => S["title.programme", ("title", ShownSigns.In(q.Title))],
            Question.Instruct q => S[
                "title.instruct",
                ("body", TitleOf(q.Body)),
                ("title", ShownSigns.In(q.Title))
            ],
            Question.Admit q => S["title.admit", ("name", NameOf(q.Applicant))],
            Question.Summon q => S["title.summon", ("title", ShownSigns.In(q.Title))],
            Question.Join => S["title.join"],
            Question.Leave => S["title.leave"],
            Question.OnRights q => TitleOf(q.Asked),
            Question.OnMerger q => MergerTitles.Of(this, q.Asked),
            Question.OnCompetence { Asked: CompetenceQuestion.SeekPower q } => S[
                "title.seek-power",
                ("subject", SubjectOf(q.Subject))
            ],
            Question.OnCompetence { Asked: CompetenceQuestion.LendPower q } => S[
                "title.lend-power",
                ("subject", SubjectOf(q.Subject, q.What)),
                ("name", Section.Sections.Tree.Federation.Name)
            ],
            Question.SummonCongress => S["title.summon-congress"],
            Question.Unseat q => S["title.unseat", ("no", q.Seat.Value)],
            Question.Recognise q => S["title.recognise", ("name", q.Name)],
            Question.Challenge q => S["title.challenge", ("title", TitleOf(q.Decision))],
            Question.UpholdNotice q => S["title.uphold-notice", ("name", NameOf(q.Member))],
            Question.CheckRoll => S["title.check-roll"],
            Question.ElectionsAssembly => S["title.elections-assembly"],
            Question.PutToAll q => ShownSigns.In(q.Title),
            Question.Demand q => DemandTitles.Of(this, q),
            Question.Initiative q => InitiativeTitles.Of(this, q),
            Question.Protest q => S["title.protest", ("title", TitleOf(q.Election))],
        };

    private string TitleOf(RightsQuestion asked) =>
        asked switch
        {
            RightsQuestion.AnswerFinding q => S[
                "title.answer-finding",
                ("finding", q.Finding.Value)
            ],
            RightsQuestion.AskIntervention q => S[
                "title.ask-intervention",
                ("name", Section.Sections.Tree.Federation.Name),
                ("title", ShownSigns.In(q.Title))
            ],
            RightsQuestion.Intervene q => S[
                "title.intervene",
                ("name", NameOf(q.Section)),
                ("title", ShownSigns.In(q.Title))
            ],
            RightsQuestion.AppealIntervention => S["title.appeal-intervention"],
            RightsQuestion.Lift q => S["title.lift", ("order", q.Order.Value)],
        };

    public string TitleOf(MatterNo no) =>
        Section.Matters.Find(no) is { } matter
            ? TitleOf(matter)
            : S["matter.number", ("no", no.Value)];

    public IEnumerable<Mandate> MyMandates => Section.Mandates.HeldBy(Me.No, Now);

    public bool Holds(Power power) => IsMember && MyMandates.Any(m => Section.Gives(m, power));
}
