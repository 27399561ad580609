using Cms.Http.Pages;

namespace Cms.Articles;

/// <summary>An order that a list can have: the column, the direction, and how its key travels in a cursor.</summary>
/// <param name="Name">The value of `sort`.</param>
/// <param name="Column">The sorted column.</param>
/// <param name="Descending">Whether the largest comes first.</param>
internal sealed record ArticleSort(string Name, string Column, bool Descending)
{
    public const string Default = "-publishedAt";

    private static readonly ArticleSort[] All =
    [
        new("-publishedAt", "published_at", Descending: true),
        new("publishedAt", "published_at", Descending: false),
        new("-updatedAt", "updated_at", Descending: true),
        new("updatedAt", "updated_at", Descending: false),
        new("headline", "headline", Descending: false),
    ];

    /// <summary>The order in which `ids` names the articles.</summary>
    private static readonly ArticleSort AsNamed = new("ids", "id", Descending: false);

    /// <summary>The order of the trash, unless another is asked for.</summary>
    private static readonly ArticleSort LastDeleted = new("-deletedAt", "deleted_at", Descending: true);

    private bool IsText => Column == "headline";

    private bool IsAsNamed => Column == "id";

    /// <summary>Whether the list is for following changes: it ends where an earlier change could still appear.</summary>
    public bool FollowsChanges => Column == "updated_at" && !Descending;

    public string Direction => Descending ? "desc" : "asc";

    public string Comparison => Descending ? "<" : ">";

    /// <summary>The sort that was asked for; without one, the order of `ids` where they are given, else newest first.</summary>
    public static ArticleSort Of(string? name, string? ids, ArticleView view) =>
        name is not null ? All.Single(sort => sort.Name == name)
        : ids is not null ? AsNamed
        : view == ArticleView.Trash ? LastDeleted
        : All.Single(sort => sort.Name == Default);

    /// <summary>The sorted expression over an alias; a draft without a date comes last whichever way the list runs.</summary>
    public string Expression(string alias, ArticleView view) =>
        IsText ? $"{alias}.headline collate \"und-x-icu\""
        : IsAsNamed ? $"array_position(@Ids, {alias}.id)"
        : !view.IsPublic && Column == "published_at" ? $"coalesce({alias}.newest_published_at, '{(Descending ? "-infinity" : "infinity")}')"
        : $"{alias}.{Column}";

    /// <summary>The key of the last page's last row, as the statement compares with it.</summary>
    public string After => IsAsNamed ? "array_position(@Ids, @AfterKey)" : "@AfterKey";

    /// <summary>The key of a row, as text that comes back exactly.</summary>
    public string KeyOf(ArticleRow row) => Column switch
    {
        "headline" => row.Headline,
        "id" => row.Id.ToString("D"),
        "published_at" => Cursor.KeyOf(row.PublishedAt ?? (Descending ? DateTime.MinValue : DateTime.MaxValue)),
        "deleted_at" => Cursor.KeyOf(row.DeletedAt!.Value),
        _ => Cursor.KeyOf(row.UpdatedAt),
    };

    /// <summary>The key of a cursor as a parameter; null when it is not one of this sort.</summary>
    public object? Parse(string key) =>
        IsText ? key
        : IsAsNamed ? (Guid.TryParseExact(key, "D", out var id) ? id : null)
        : Cursor.Instant(key);
}
