namespace Plenum.Domain.Statutes;

internal static partial class RulesReader
{
    private static CompetencesRule Competences(Draft draft) =>
        draft.Root["competences"].Exists
            ? Competences(From(draft, "competences"))
            : CompetencesRule.Unwritten;

    private static CompetencesRule Competences(Source s)
    {
        var named = s.Node["named"].Items;
        return new(
            s.Article,
            s.Body("decided_by"),
            Subjects(s, "reserved", named, "sections"),
            Subjects(s, "shared", named, "together"),
            named
                .Select(n => new NamedSubject(new SubjectId(n["id"].Text), n["what"].Text))
                .ToEquatable()
        );
    }

    private static EquatableArray<SubjectId> Subjects(
        Source s,
        string key,
        EquatableArray<Node> named,
        string keptBy
    ) =>
        s.Texts(key)
            .Items.Concat(named.Where(n => n["kept_by"].Text == keptBy).Select(n => n["id"].Text))
            .Select(text => new SubjectId(text))
            .Distinct()
            .ToEquatable();
}
