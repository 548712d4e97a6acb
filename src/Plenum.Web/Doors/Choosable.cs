namespace Plenum.Web.Doors;

/// <summary>One thing a form offers.</summary>
public sealed record Choosable(string Value, string Label);
