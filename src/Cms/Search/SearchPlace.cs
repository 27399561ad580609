using System.Globalization;
using Cms.Http.Pages;

namespace Cms.Search;

/// <summary>The order of a search and where its last page ended. Scores are of an hour, so that a walk stays in the order it began in.</summary>
internal sealed record SearchPlace
{
    public const string Best = "best";
    public const string Relevance = "relevance";
    public const string Newest = "-publishedAt";

    private const string HourFormat = "yyyy-MM-dd'T'HH'Z'";
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";
    private const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

    /// <summary>The value of `sort`; newest first where there is no word to score.</summary>
    public required string Sort { get; init; }

    /// <summary>The hour at whose start ages are reckoned.</summary>
    public required DateTime Hour { get; init; }

    /// <summary>The score of the last page's last hit; null on the first page and by date.</summary>
    public decimal? AfterScore { get; init; }

    /// <summary>The date of the last page's last hit; null on the first page and by score.</summary>
    public DateTime? AfterDate { get; init; }

    /// <summary>The id of the last page's last hit.</summary>
    public Guid AfterId { get; init; }

    /// <summary>What the words weighed when the walk began; empty on the first page and by date.</summary>
    public string Weights { get; init; } = "";

    public bool IsScored => Sort != Newest;

    public bool IsContinued => AfterScore is not null || AfterDate is not null;

    /// <summary>The start of a walk.</summary>
    public static SearchPlace Start(string sort, DateTime now) =>
        new() { Sort = sort, Hour = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc) };

    /// <summary>The same order without a page before.</summary>
    public SearchPlace FromStart() => this with { AfterScore = null, AfterDate = null, AfterId = default };

    /// <summary>Goes on after a cursor; null when the cursor is not one of this search.</summary>
    public SearchPlace? Continue(string text, string scope)
    {
        var parts = Cursor.Decode(text, scope) is { } cursor ? [.. cursor.Key.Split('|'), cursor.Id.ToString()] : Array.Empty<string>();
        if (parts is not [var hour, var weights, var key, var id]
            || !DateTime.TryParseExact(hour, HourFormat, CultureInfo.InvariantCulture, Utc, out var start)
            // Months are counted back and forth from it.
            || start.Year is < 1970 or > 9000)
        {
            return null;
        }

        var after = this with { Hour = start, AfterId = Guid.Parse(id), Weights = weights };
        return IsScored
            ? decimal.TryParse(key, NumberStyles.Number, CultureInfo.InvariantCulture, out var score) ? after with { AfterScore = score } : null
            : DateTime.TryParseExact(key, DateFormat, CultureInfo.InvariantCulture, Utc, out var date) ? after with { AfterDate = date } : null;
    }

    /// <summary>The cursor that goes on after a hit.</summary>
    /// <param name="hit">The last hit of this page.</param>
    /// <param name="weights">What its words weigh; null by date.</param>
    /// <param name="scope">The fingerprint of the search.</param>
    public Cursor After(SearchHitRow hit, WordWeights? weights, string scope)
    {
        var key = IsScored
            ? hit.Score!.Value.ToString(CultureInfo.InvariantCulture)
            : hit.PublishedAt.ToString(DateFormat, CultureInfo.InvariantCulture);
        return new Cursor(scope, $"{Hour.ToString(HourFormat, CultureInfo.InvariantCulture)}|{(IsScored ? weights?.Encode() : "")}|{key}", hit.Id);
    }
}
