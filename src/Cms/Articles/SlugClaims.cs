using Cms.Content.Text;
using Dapper;
using Npgsql;

namespace Cms.Articles;

/// <summary>Gives stories their addresses at their first publication: the wish, or the wish with the lowest free number behind it.</summary>
internal static class SlugClaims
{
    /// <summary>How many numbers are looked at beyond what a batch needs, so that a second look is rare.</summary>
    private const int Spare = 8;

    /// <summary>Claims a slug for each of these stories that has none. Few statements, even for hundreds of equal wishes.</summary>
    public static async Task Claim(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        var wishes = await Wishes(connection, ids, cancellationToken);
        var numbers = new Dictionary<(Guid, string), NumberedSlugs>();
        while (wishes.Count > 0)
        {
            foreach (var group in wishes.GroupBy(wish => (wish.PublicationId, wish.Slug)))
            {
                if (!numbers.TryGetValue(group.Key, out var numbered))
                {
                    numbers.Add(group.Key, numbered = new NumberedSlugs(group.Key.Slug));
                }

                numbered.Reach(group.Count() + Spare);
            }

            await MarkTaken(connection, numbers, cancellationToken);
            wishes = await Take(connection, wishes, numbers, cancellationToken);
        }
    }

    /// <summary>
    /// Moves stories that have an address to the one that an editor gave them since, and leaves the old one as a redirect. A slug that another
    /// story has is left alone.
    /// </summary>
    public static Task Move(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            -- Starts at what it retires: a question for all slugs of a story would read those of the whole archive.
            with retired as (
                update slugs s
                set is_current = false
                from articles a
                where a.id = any(@ids)
                  and s.article_id = a.id
                  and s.is_current
                  and s.slug <> a.slug
                  and not exists (select from slugs o where o.publication_id = a.publication_id and o.slug = a.slug and o.article_id <> a.id)
                returning a.publication_id, a.slug, a.id
            )
            insert into slugs (publication_id, slug, article_id)
            select publication_id, slug, id
            from retired
            order by publication_id, slug
            -- One's own old slug, taken back, redirects no longer.
            on conflict (publication_id, slug) do update
            set is_current = true
            where slugs.article_id = excluded.article_id
            """,
            new { ids },
            cancellationToken: cancellationToken));

    private static async Task<IReadOnlyList<SlugWish>> Wishes(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<SlugWish>(new CommandDefinition(
            """
            select a.id, a.publication_id, a.slug
            from unnest(@ids) with ordinality as w (id, position)
            join articles a on a.id = w.id
            where not exists (select from slugs s where s.article_id = a.id and s.is_current)
            order by w.position
            """,
            new { ids },
            cancellationToken: cancellationToken))).AsList();

    private static async Task MarkTaken(
        NpgsqlConnection connection, Dictionary<(Guid PublicationId, string Slug), NumberedSlugs> numbers, CancellationToken cancellationToken)
    {
        var candidates = numbers.SelectMany(entry => entry.Value.Unknown(), (entry, slug) => (entry.Key.PublicationId, Slug: slug)).ToArray();
        var taken = await connection.QueryAsync<(Guid PublicationId, string Slug)>(new CommandDefinition(
            """
            select s.publication_id, s.slug
            from unnest(@PublicationIds, @Slugs) as c (publication_id, slug)
            join slugs s on s.publication_id = c.publication_id and s.slug = c.slug
            """,
            new
            {
                PublicationIds = candidates.Select(candidate => candidate.PublicationId).ToArray(),
                Slugs = candidates.Select(candidate => candidate.Slug).ToArray(),
            },
            cancellationToken: cancellationToken));
        var set = taken.ToHashSet();
        foreach (var (key, numbered) in numbers)
        {
            numbered.Know(slug => set.Contains((key.PublicationId, slug)));
        }
    }

    /// <summary>
    /// Claims what looked free; answers the wishes that another writer was quicker to, or for which too few numbers were looked at.
    /// </summary>
    private static async Task<IReadOnlyList<SlugWish>> Take(
        NpgsqlConnection connection,
        IReadOnlyList<SlugWish> wishes,
        Dictionary<(Guid, string), NumberedSlugs> numbers,
        CancellationToken cancellationToken)
    {
        var claimed = new HashSet<(Guid, string)>();
        var claims = new List<SlugWish>();
        foreach (var wish in wishes)
        {
            if (numbers[(wish.PublicationId, wish.Slug)].Next(slug => claimed.Add((wish.PublicationId, slug))) is { } slug)
            {
                claims.Add(wish with { Slug = slug });
            }
        }

        var won = await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            with claimed as (
                insert into slugs (publication_id, slug, article_id)
                select c.publication_id, c.slug, c.article_id
                from unnest(@PublicationIds, @Slugs, @ArticleIds) as c (publication_id, slug, article_id)
                -- In the order of the keys, so that two writers wait for each other but never in a circle.
                order by c.publication_id, c.slug
                on conflict do nothing
                returning article_id, slug
            ),
            renamed as (
                update articles a
                set slug = claimed.slug
                from claimed
                where a.id = claimed.article_id
                  and a.slug is distinct from claimed.slug
            )
            select article_id
            from claimed
            """,
            new
            {
                PublicationIds = claims.Select(claim => claim.PublicationId).ToArray(),
                Slugs = claims.Select(claim => claim.Slug).ToArray(),
                ArticleIds = claims.Select(claim => claim.Id).ToArray(),
            },
            cancellationToken: cancellationToken));
        var served = won.ToHashSet();
        return [.. wishes.Where(wish => !served.Contains(wish.Id))];
    }

    private sealed record SlugWish
    {
        public required Guid Id { get; init; }
        public required Guid PublicationId { get; init; }
        public required string Slug { get; init; }
    }

    /// <summary>A wish and its numbered forms, and how far they have been looked at.</summary>
    private sealed class NumberedSlugs(string wish)
    {
        private readonly Queue<string> free = [];
        private int known;
        private int reach;

        /// <summary>Widens the look; each further one doubles it.</summary>
        public void Reach(int count)
        {
            if (free.Count < count)
            {
                reach = Math.Max(known + count, known * 2);
            }
        }

        public IEnumerable<string> Unknown() => Enumerable.Range(known + 1, reach - known).Select(Numbered);

        public void Know(Func<string, bool> isTaken)
        {
            foreach (var slug in Unknown().Where(slug => !isTaken(slug)))
            {
                free.Enqueue(slug);
            }

            known = reach;
        }

        /// <summary>The lowest free form that nobody else in this round has taken; null when none is known.</summary>
        public string? Next(Func<string, bool> take)
        {
            while (free.TryDequeue(out var slug))
            {
                if (take(slug))
                {
                    return slug;
                }
            }

            return null;
        }

        private string Numbered(int number) => number == 1 ? wish : Slugs.Numbered(wish, number);
    }
}
