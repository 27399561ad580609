using System.Globalization;
using System.Text;

namespace Cms.Http.Answers;

/// <summary>What an answer is made of: the ids that a CDN can purge it by, and whether anything else shapes it.</summary>
internal sealed record AnswerOrigin
{
    /// <summary>What every answer carries that not only its ids shape: lists, counts, searches, feeds. Any change of content may change it.</summary>
    public const string Collections = "collections";

    /// <summary>The resources that it shows, or is filtered by.</summary>
    public IEnumerable<Guid> Resources { get; init; } = [];

    /// <summary>Whether it changes only when one of its resources does.</summary>
    public bool IsResourcesOnly { get; init; }

    /// <summary>The period of the clock within which it holds, such as the hour; null where the time does not shape it.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>The value of `Surrogate-Key`.</summary>
    public string SurrogateKeys
    {
        get
        {
            var text = new StringBuilder(512);
            foreach (var id in Resources.Distinct())
            {
                text.Append(CultureInfo.InvariantCulture, $"{id} ");
            }

            return IsResourcesOnly ? text.ToString(0, Math.Max(0, text.Length - 1)) : text.Append(Collections).ToString();
        }
    }

    /// <summary>Until when an answer holds whose making began at a time.</summary>
    public DateTimeOffset? Until(DateTimeOffset begun) =>
        Period is { } period ? new DateTimeOffset(((begun.UtcTicks / period.Ticks) + 1) * period.Ticks, TimeSpan.Zero) : null;
}
