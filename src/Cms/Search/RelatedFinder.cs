using Cms.Articles;
using Cms.Taxonomy;

namespace Cms.Search;

/// <summary>Finds stories with the words of one, and says what else they share.</summary>
internal sealed class RelatedFinder(RelatedStore store, SearchStore search, SearchPlanner planner, TimeProvider clock)
{
    /// <summary>Stories with its words that are weighed by what else they share.</summary>
    private const int Weighed = 60;

    /// <summary>Less than this of its own words is no relation.</summary>
    private const double ShareMin = .12;

    private const double SectionShare = .1;
    private const double TagShare = .15;
    private const int TagsMax = 3;

    public async Task<IReadOnlyList<RelatedArticle>> Find(Guid id, int limit, CancellationToken cancellationToken)
    {
        if (await store.ReadWords(id, cancellationToken) is not { } words)
        {
            return [];
        }

        var place = SearchPlace.Start(SearchPlace.Relevance, clock.GetUtcNow().UtcDateTime);
        var statement = new SearchStatement(new SearchArticlesQuery(), Filed.Nowhere, words, place);
        await planner.Plan(statement, words, place, cancellationToken);
        var hits = await search.Find(statement, Weighed, WordWeights.Of(words), cancellationToken);
        // Nothing fits a story's words as well as the story itself.
        var whole = (double)(hits.Where(hit => hit.Id == id).Concat(hits).Select(hit => hit.Score).FirstOrDefault() ?? 0);
        var others = hits
            .Where(hit => hit.Id != id && (double)hit.Score! >= ShareMin * whole)
            .ToDictionary(hit => hit.Id, hit => (double)hit.Score! / whole);

        var relations = (await store.ReadRelations(id, [.. others.Keys], cancellationToken)).Where(relation => !relation.IsTranslation);
        var closest = relations
            .Select(relation => (Relation: relation, Score: others[relation.Id] * Nearness(relation)))
            .OrderByDescending(related => related.Score)
            .ThenByDescending(related => related.Relation.Id)
            .Take(limit)
            .ToList();
        var rows = await search.Read([.. closest.Select(related => related.Relation.Id)], withBody: false, cancellationToken);
        return
        [
            .. closest.Where(related => rows.ContainsKey(related.Relation.Id)).Select(related => new RelatedArticle
            {
                Article = new ArticleSummary(rows[related.Relation.Id]),
                Score = Math.Round(related.Score, 4),
                Reasons = [.. Reasons(related.Relation)],
            }),
        ];
    }

    private static double Nearness(RelationRow relation) =>
        1 + (relation.Section is null ? 0 : SectionShare) + (TagShare * Math.Min(relation.Tags.Length, TagsMax));

    private static IEnumerable<RelatedReason> Reasons(RelationRow relation)
    {
        yield return new RelatedReason { Kind = RelatedKind.Text, Label = null };
        if (relation.Section is not null)
        {
            yield return new RelatedReason { Kind = RelatedKind.Section, Label = relation.Section };
        }

        foreach (var tag in relation.Tags)
        {
            yield return new RelatedReason { Kind = RelatedKind.Tag, Label = tag };
        }
    }
}
