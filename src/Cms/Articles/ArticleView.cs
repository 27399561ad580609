namespace Cms.Articles;

/// <summary>Which side of the stories is read: what is public, with ids for names, or what the newsroom has.</summary>
/// <param name="Relation">The view of the database.</param>
/// <param name="IsPublic">Whether readers may see it.</param>
internal sealed record ArticleView(string Relation, bool IsPublic)
{
    public const string DraftName = "draft";
    public const string TrashName = "trash";

    public static readonly ArticleView Public = new("public_articles", IsPublic: true);
    public static readonly ArticleView Draft = new("working_articles", IsPublic: false);
    public static readonly ArticleView Trash = new("trashed_articles", IsPublic: false);

    /// <summary>The view that `view` names.</summary>
    public static ArticleView Of(string? name) => name switch
    {
        DraftName => Draft,
        TrashName => Trash,
        _ => Public,
    };
}
