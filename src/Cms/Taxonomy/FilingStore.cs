using Cms.Content.Text;
using Cms.Http;
using Dapper;
using Npgsql;

namespace Cms.Taxonomy;

/// <summary>Finds or makes what stories are filed under, for many stories in a fixed number of statements, inside the caller's transaction.</summary>
internal static class FilingStore
{
    /// <summary>Resolves names to rows, by slug within the publication. New rows stay hidden until a story that uses them is published.</summary>
    public static async Task<IReadOnlyList<FiledStory>> Resolve(
        NpgsqlConnection connection, IReadOnlyList<Filing> filings, CancellationToken cancellationToken)
    {
        var sections = new Terms("sections");
        var tags = new Terms("tags");
        var contributors = new Terms("contributors");
        foreach (var filing in filings)
        {
            sections.Want(filing.PublicationId, filing.Section is null ? [] : [new Credit(filing.Section, "", null, IsAgency: false)]);
            tags.Want(filing.PublicationId, filing.Tags.Select(tag => new Credit(tag, "", null, IsAgency: false)));
            contributors.Want(filing.PublicationId, filing.Credits);
        }

        await sections.Resolve(connection, "", "", cancellationToken);
        await tags.Resolve(connection, "", "", cancellationToken);
        await contributors.Resolve(
            connection,
            ", kind, title",
            $", case when w.is_agency then 'agency' else 'person' end, left(w.title, {Limits.Headline})",
            cancellationToken);
        return [.. filings.Select(filing => File(filing, sections, tags, contributors))];
    }

    /// <summary>Makes public what these stories, just published, are filed under.</summary>
    public static Task Reveal(NpgsqlConnection connection, Guid[] articleIds, CancellationToken cancellationToken) =>
        // Locked in the order of the ids, because other writers reveal the same rows; no stronger than an update locks, because all of them
        // hold the rows that their stories refer to.
        connection.ExecuteAsync(new CommandDefinition(
            """
            update contributors
            set public_since = now()
            where id in (
                select c.id
                from contributors c
                where c.public_since is null
                  and c.id in (select contributor_id from published_authors where article_id = any(@articleIds))
                order by c.id
                for no key update);

            update sections
            set public_since = now()
            where id in (
                select s.id
                from sections s
                where s.public_since is null
                  and s.id in (
                      select a.current_id
                      from published_articles p
                      join section_aliases a on a.id = p.section_id
                      where p.article_id = any(@articleIds))
                order by s.id
                for no key update);

            update tags
            set public_since = now()
            where id in (
                select t.id
                from tags t
                where t.public_since is null
                  and t.id in (select tag_id from published_tags where article_id = any(@articleIds))
                order by t.id
                for no key update)
            """,
            new { articleIds },
            cancellationToken: cancellationToken));

    private static FiledStory File(Filing filing, Terms sections, Terms tags, Terms contributors)
    {
        // Credited once, under the first role.
        var credits = filing.Credits
            .Select(credit => (Id: contributors.IdOf(filing.PublicationId, credit.Name), credit.Role))
            .Where(credit => credit.Id is not null)
            .DistinctBy(credit => credit.Id)
            .ToArray();
        return new FiledStory
        {
            SectionId = filing.Section is null ? null : sections.IdOf(filing.PublicationId, filing.Section),
            AuthorIds = [.. credits.Select(credit => credit.Id!.Value)],
            AuthorRoles = [.. credits.Select(credit => credit.Role)],
            TagIds = [.. filing.Tags.Select(tag => tags.IdOf(filing.PublicationId, tag)).OfType<Guid>().Distinct()],
        };
    }

    /// <summary>The names that a batch uses in one table.</summary>
    private sealed class Terms(string table)
    {
        private readonly Dictionary<(Guid PublicationId, string Slug), Credit> wanted = [];
        private Dictionary<(Guid PublicationId, string Slug), Guid> ids = [];

        public void Want(Guid publicationId, IEnumerable<Credit> names)
        {
            foreach (var name in names)
            {
                if (Slugs.From(name.Name) is { Length: > 0 } slug && name.Name.Length <= Limits.Name)
                {
                    wanted.TryAdd((publicationId, slug), name);
                }
            }
        }

        public Guid? IdOf(Guid publicationId, string name) => ids.TryGetValue((publicationId, Slugs.From(name)), out var id) ? id : null;

        /// <summary>
        /// Inserts what is missing in the order of the keys, then reads all: a row that another writer just made is seen by the second statement.
        /// One that another writer just deleted is found by neither, and made in the next round.
        /// </summary>
        public async Task Resolve(NpgsqlConnection connection, string columns, string values, CancellationToken cancellationToken)
        {
            if (wanted.Count == 0)
            {
                return;
            }

            var terms = wanted.OrderBy(term => term.Key.PublicationId).ThenBy(term => term.Key.Slug, StringComparer.Ordinal).ToArray();
            do
            {
                ids = await InsertAndRead(connection, terms, columns, values, cancellationToken);
            }
            while (ids.Count < terms.Length);
        }

        private async Task<Dictionary<(Guid, string), Guid>> InsertAndRead(
            NpgsqlConnection connection,
            KeyValuePair<(Guid PublicationId, string Slug), Credit>[] terms,
            string columns,
            string values,
            CancellationToken cancellationToken)
        {
            var rows = await connection.QueryAsync<TermRow>(new CommandDefinition(
                $"""
                insert into {table} (id, publication_id, slug, name{columns})
                select w.id, w.publication_id, w.slug, w.name{values}
                from unnest(@Ids, @PublicationIds, @Slugs, @Names, @Titles, @AreAgencies) as w (id, publication_id, slug, name, title, is_agency)
                where not exists (select from {table} t where t.publication_id = w.publication_id and t.slug = w.slug)
                on conflict (publication_id, slug) do nothing;

                select t.publication_id, t.slug, coalesce(t.merged_into, t.id) as id
                from unnest(@PublicationIds, @Slugs) as w (publication_id, slug)
                join {table} t on t.publication_id = w.publication_id and t.slug = w.slug
                -- Nobody merges or deletes them before the write ends.
                for key share of t
                """,
                new
                {
                    Ids = terms.Select(_ => Guid.CreateVersion7()).ToArray(),
                    PublicationIds = terms.Select(term => term.Key.PublicationId).ToArray(),
                    Slugs = terms.Select(term => term.Key.Slug).ToArray(),
                    Names = terms.Select(term => term.Value.Name).ToArray(),
                    Titles = terms.Select(term => term.Value.Title).ToArray(),
                    AreAgencies = terms.Select(term => term.Value.IsAgency).ToArray(),
                },
                cancellationToken: cancellationToken));
            return rows.ToDictionary(row => (row.PublicationId, row.Slug), row => row.Id);
        }
    }

    private sealed record TermRow
    {
        public required Guid PublicationId { get; init; }
        public required string Slug { get; init; }
        public required Guid Id { get; init; }
    }
}
