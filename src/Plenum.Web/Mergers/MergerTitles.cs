using Plenum.Domain.Mergers;
using Plenum.Web.Doors;

namespace Plenum.Web.Mergers;

/// <summary>What an item about a merger or a separation is called.</summary>
public static class MergerTitles
{
    public static string Of(Here here, MergerQuestion asked) =>
        asked switch
        {
            MergerQuestion.GoOver q => here.S["title.go-over", ("name", Here.Abridged(q.To))],
            MergerQuestion.Separate q => here.S["title.separate", ("name", q.Name)],
            MergerQuestion.TakeOver q => here.S["title.take-over", ("name", q.Name)],
        };
}
