namespace Plenum.Web.Pieces;

/// <summary>Something that can be looked up: "Article 12. Recall" and where it stands.</summary>
public sealed record Reference(string Label, string Href);
