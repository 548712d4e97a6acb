namespace Plenum.Web.Pieces;

/// <summary>The few icons of the house.</summary>
public enum Sign
{
    Check,
    Cross,
    Clock,
    Calendar,
    Hourglass,
    Shield,
    Scroll,
    Back,
    Info,
}
