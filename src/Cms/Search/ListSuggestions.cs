using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Queries;

namespace Cms.Search;

/// <summary>What is being typed.</summary>
internal sealed record ListSuggestionsQuery
{
    /// <summary>The beginning of one or more words; case, accents and Arabic spelling make no difference.</summary>
    [MaxLength(Limits.QueryLength)]
    public required string Q { get; init; }

    /// <summary>What to suggest; default: all kinds.</summary>
    [CommaList("article", "contributor", "tag", "section")]
    public string? Kinds { get; init; }

    /// <summary>Suggestions at most.</summary>
    [Range(1, Limits.SuggestionsMax), DefaultValue(Limits.SuggestionsDefault)]
    public int? Limit { get; init; }
}

/// <summary>What could be meant.</summary>
internal sealed record SuggestionList
{
    /// <summary>The suggestions, the likeliest first.</summary>
    public required IReadOnlyList<Suggestion> Data { get; init; }
}

/// <summary>One thing that could be meant.</summary>
internal sealed record Suggestion
{
    /// <summary>What it is.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The headline or the name.</summary>
    public required string Text { get; init; }

    /// <summary>Its slug, unique in its publication.</summary>
    public required string Slug { get; init; }
}

/// <summary>What is suggested.</summary>
internal enum SuggestionKind
{
    /// <summary>A section.</summary>
    Section,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>A contributor.</summary>
    Contributor,

    /// <summary>A published article.</summary>
    Article,
}

/// <summary>Suggests while a reader types.</summary>
internal static class ListSuggestions
{
    /// <summary>Suggest what is being typed</summary>
    /// <remarks>
    /// Headlines of published articles, and contributors, tags and sections that have any, in which a word begins so. What begins so as a
    /// whole comes first, then the kinds in turn, the newest and the most used of each before others.
    /// </remarks>
    public static async Task<Answer<SuggestionList>> Handle(
        [AsParameters] ListSuggestionsQuery query, SuggestionStore suggestions, CancellationToken cancellationToken)
    {
        var kinds = (query.Kinds?.Split(',') ?? Enum.GetNames<SuggestionKind>()).Select(kind => Enum.Parse<SuggestionKind>(kind, ignoreCase: true));
        var found = await suggestions.Find(query.Q, kinds, query.Limit ?? Limits.SuggestionsDefault, cancellationToken);
        return new Answer<SuggestionList>(new SuggestionList { Data = found }) { SurrogateKeys = found.Select(suggestion => suggestion.Id) };
    }
}
