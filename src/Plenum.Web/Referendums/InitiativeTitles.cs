using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Web.Doors;

namespace Plenum.Web.Referendums;

/// <summary>What a question to all members and a petition for one are called; where a section belongs has no title of its own.</summary>
public static class InitiativeTitles
{
    public static string Of(Here here, Question.Initiative initiative) =>
        initiative.Title.Length > 0
            ? here.S["title.initiative", ("title", initiative.Title)]
            : here.S["title.boundaries", ("name", here.NameOf(initiative.Convener))];

    public static string Of(Here here, Told told) =>
        told.Title.Length > 0 ? told.Title : here.S["title.boundaries", ("name", told.Name)];
}
