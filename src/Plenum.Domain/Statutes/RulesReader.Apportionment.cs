namespace Plenum.Domain.Statutes;

internal static partial class RulesReader
{
    private static ApportionmentRule Apportionment(Source s) =>
        new(
            s.Word<ApportionmentMethod>("method"),
            s.Has("per") ? s.Whole("per") : 1,
            s.Has("least") ? s.Whole("least") : 1,
            s.Has("most") ? s.Whole("most") : int.MaxValue,
            s.Has("bands") ? s.Bands("bands") : []
        )
        {
            Base = s.Has("base") ? s.Whole("base") : 0,
            Shares = s.Has("shares") ? s.Shares("shares") : [],
            Rounding = s.Has("rounding") ? s.Word<SeatRounding>("rounding") : SeatRounding.Up,
        };
}
