using Plenum.Domain.Matters;
using Plenum.Web.Doors;

namespace Plenum.Web.Referendums;

/// <summary>What a petition for a vote of all members is called; where a section belongs has no title of its own.</summary>
public static class InitiativeTitles
{
    public static string Of(Here here, Question.Initiative initiative) =>
        initiative.Title.Length > 0
            ? here.S["title.initiative", ("title", initiative.Title)]
            : here.S["title.boundaries", ("name", here.NameOf(initiative.Convener))];
}
