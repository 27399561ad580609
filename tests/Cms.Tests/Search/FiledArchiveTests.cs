using Cms.Search;
using Cms.Taxonomy;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

/// <summary>Words and filters together, in an archive whose searches are planned by statistics.</summary>
public sealed class FiledArchiveTests(FiledArchive archive) : IClassFixture<FiledArchive>
{
    [Theory]
    [InlineData("section=news", "n % 11 in (0, 1, 2)")]
    [InlineData("section=local", "n % 11 in (1, 2)")]
    [InlineData("section=old-local", "n % 11 in (1, 2)")]
    [InlineData("author=writer", "n % 14 in (0, 1)")]
    [InlineData("author=crowd", "n % 14 in (2, 3)")]
    [InlineData("tag=port&tag=trade", "n % 4 = 0 and n % 3 = 0")]
    [InlineData("tagAny=port&tagAny=trade", "n % 4 = 0 or n % 3 = 0")]
    [InlineData("publishedAfter=2025-12-11", "published_at >= '2025-12-11'")]
    [InlineData("publishedBefore=2020-03-05T06:00:00Z", "published_at < '2020-03-05 06:00+00'")]
    [InlineData("publishedAfter=2021-11-30&publishedBefore=2023-02-02", "published_at >= '2021-11-30' and published_at < '2023-02-02'")]
    [InlineData("publishedAfter=2024-01-01&publishedBefore=2024-01-02", "published_at >= '2024-01-01' and published_at < '2024-01-02'")]
    [InlineData("publishedAfter=2022-01-01&section=news&author=writer&tag=port", "published_at >= '2022-01-01' and n % 11 in (0, 1, 2) and n % 14 in (0, 1) and n % 4 = 0")]
    [InlineData("publication=newsroom&language=en&author=writer", "n % 14 in (0, 1)")]
    [InlineData("publishedAfter=2030-01-01", "false")]
    public async Task Filters_leave_what_they_ask_for_and_nothing_else(string filters, string expected)
    {
        var slugs = (await archive.Query<string>($"select slug from made where {expected}")).ToHashSet();

        foreach (var sort in new[] { "relevance", "-publishedAt" })
        {
            var found = new List<string>();
            for (var cursor = ""; cursor is not null;)
            {
                var results = await archive.Get($"/v1/search?q=harbour%20gull&{filters}&count=exact&limit=100&sort={sort}{cursor}");
                Assert.Equal(slugs.Count, (int)results["page"]!["total"]!["value"]!);
                found.AddRange(results["data"]!.AsArray().Select(hit => (string)hit!["article"]!["slug"]!));
                cursor = results["page"]!["nextCursor"] is { } next ? $"&cursor={next}" : null;
            }

            Assert.Distinct(found);
            Assert.Equal(Math.Min(1000, slugs.Count), found.Count);
            Assert.Subset(slugs, found.ToHashSet());
        }
    }

    [Fact]
    public async Task Where_a_filter_leaves_few_all_matches_are_scored()
    {
        Assert.True((bool)(await archive.Get("/v1/search?q=harbour%20gull"))["query"]!["approximate"]!);
        Assert.False((bool)(await archive.Get("/v1/search?q=harbour%20gull&author=writer&publishedAfter=2025-07-01"))["query"]!["approximate"]!);
    }

    [Fact]
    public async Task What_the_statistics_do_not_know_is_counted_and_not_taken_for_few()
    {
        await archive.Execute("delete from search_terms where lexeme like '=s%'");

        Assert.True((bool)(await archive.Get("/v1/search?q=harbour%20gull&section=sport"))["query"]!["approximate"]!);
    }

    [Theory]
    [InlineData("section", "n % 11 in (0, 1, 2)")]
    [InlineData("author", "n % 14 in (0, 1)")]
    [InlineData("author of many names", "true")]
    [InlineData("tags", "n % 4 = 0 and n % 3 = 0")]
    [InlineData("any tag", "n % 4 = 0 or n % 3 = 0")]
    [InlineData("from a day on", "published_at >= '2025-12-01'")]
    [InlineData("years", "published_at >= '2021-11-01' and published_at < '2023-03-01'")]
    public async Task The_index_of_words_alone_finds_what_a_filter_leaves(string filter, string expected)
    {
        var asked = filter switch
        {
            "section" => new SearchArticlesQuery { Section = "news" },
            "author" => new SearchArticlesQuery { Author = "writer" },
            "author of many names" => new SearchArticlesQuery { Author = "crowd" },
            "tags" => new SearchArticlesQuery { Tag = ["port", "trade"] },
            "any tag" => new SearchArticlesQuery { TagAny = ["port", "trade"] },
            "from a day on" => new SearchArticlesQuery { PublishedAfter = "2025-12-11" },
            _ => new SearchArticlesQuery { PublishedAfter = "2021-11-30", PublishedBefore = "2023-02-02" },
        };
        var filed = await archive.Services.GetRequiredService<ReferenceStore>().Resolve(asked.ToReferences(), isDraft: false, CancellationToken.None);
        var query = await archive.Services.GetRequiredService<AnalysisStore>().Analyse(SearchWords.Read("harbour"), null, CancellationToken.None);
        var narrowed = await archive.Services.GetRequiredService<FilterStore>().Narrow(query, asked, filed, CancellationToken.None);

        Assert.Equal(
            await archive.Query<string>($"select slug from made where {expected} order by slug"),
            await archive.Query<string>(
                "select m.slug from made m join published_search s on s.article_id = m.id where s.tsv @@ @Query::tsquery order by m.slug",
                new { narrowed!.Query }));
    }

    [Fact]
    public async Task Of_headlines_that_begin_so_the_newest_are_suggested_and_then_older_ones()
    {
        var newest = (await archive.Get("/v1/suggestions?q=cent&limit=3"))["data"]!.AsArray().Select(suggestion => (string)suggestion!["text"]!);
        var most = (await archive.Get("/v1/suggestions?q=cent&limit=20"))["data"]!.AsArray().Select(suggestion => (string)suggestion!["text"]!).ToList();

        Assert.Equal(["Century 11000", "Century 10900", "Century 10800"], newest);
        Assert.Equal(20, most.Count);
        Assert.Distinct(most);
    }

    [Fact]
    public async Task Phrases_and_excluded_words_hold_among_what_a_filter_leaves()
    {
        var results = await archive.Get("/v1/search?q=%22quiet%20harbour%22%20-gull&section=news&count=exact");

        Assert.Equal(
            await archive.Query<int>("select count(*)::integer from made where n % 11 in (0, 1, 2) and n % 5 <> 0"),
            [(int)results["page"]!["total"]!["value"]!]);
    }
}

/// <summary>Stories of ten years in sections, by authors and with tags, some filed under what was merged since.</summary>
public sealed class FiledArchive(Cluster cluster) : CmsHost(cluster)
{
    private const int Stories = 11_000;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Execute(
            """
            create table made as
            select gen_random_uuid() as id, n, 'made-' || n as slug, timestamptz '2016-01-01' + n * interval '8 hours' as published_at
            from generate_series(1, @Stories) n;

            insert into sections (id, publication_id, slug, name, public_since)
            select gen_random_uuid(), p.id, x, x, now()
            from publications p, unnest(array['news', 'local', 'old-local', 'sport']) x
            where p.is_default;
            update sections set parent_id = (select id from sections where slug = 'news') where slug = 'local';
            update sections set public_since = null, merged_into = (select id from sections where slug = 'local') where slug = 'old-local';

            insert into contributors (id, publication_id, slug, name, public_since)
            select gen_random_uuid(), p.id, x, x, now()
            from publications p, unnest(array['writer', 'writter']) x
            where p.is_default;
            update contributors set public_since = null, merged_into = (select id from contributors where slug = 'writer') where slug = 'writter';

            -- More names than a query of the index is made of.
            insert into contributors (id, publication_id, slug, name, public_since)
            select gen_random_uuid(), id, 'crowd', 'Crowd', now()
            from publications
            where is_default;
            insert into contributors (id, publication_id, slug, name, merged_into)
            select gen_random_uuid(), c.publication_id, 'crowd-' || n, 'Crowd ' || n, c.id
            from contributors c, generate_series(1, 300) n
            where c.slug = 'crowd';

            insert into tags (id, publication_id, slug, name, public_since)
            select gen_random_uuid(), p.id, x, x, now()
            from publications p, unnest(array['port', 'ports', 'trade']) x
            where p.is_default;
            update tags set public_since = null, merged_into = (select id from tags where slug = 'port') where slug = 'ports';

            insert into articles (id, publication_id, slug, status)
            select m.id, p.id, m.slug, 'published'
            from made m, publications p
            where p.is_default;

            insert into published_articles (article_id, publication_id, slug, version, revision, language, headline, published_at,
                first_published_at, updated_at, body, body_text, excerpt, word_count, masthead, section_id, credits, tag_ids)
            select m.id, p.id, m.slug, 1, 1, 'en', case when m.n % 100 = 0 then 'Century ' else 'Report ' end || m.n, m.published_at, m.published_at, m.published_at, '[]',
                'A quiet harbour was seen' || case when m.n % 5 = 0 then ' by a gull' else '' end || ' in report ' || m.n || ' of this series.',
                '', 20, '[]',
                (select id from sections where slug = case m.n % 11 when 0 then 'news' when 1 then 'local' when 2 then 'old-local' else 'sport' end),
                array(select id || ' "by"' from contributors where slug = case m.n % 14 when 0 then 'writer' when 1 then 'writter' when 2 then 'crowd' when 3 then 'crowd-7' end),
                array(select id from tags
                      where slug = case when m.n % 8 = 0 then 'port' when m.n % 8 = 4 then 'ports' end or slug = case when m.n % 3 = 0 then 'trade' end)
            from made m, publications p
            where p.is_default;

            -- Far ahead of all others.
            insert into articles (id, publication_id, slug, status)
            select gen_random_uuid(), id, 'odd', 'published'
            from publications
            where is_default;
            insert into published_articles (article_id, publication_id, slug, version, revision, language, headline, published_at,
                first_published_at, updated_at, body, body_text, excerpt, word_count, masthead)
            select id, publication_id, slug, 1, 1, 'en', 'An odd thing', '2999-01-01', now(), now(), '[]', 'Of the future.', '', 3, '[]'
            from articles
            where slug = 'odd';

            insert into published_authors (article_id, position, contributor_id, role, published_at)
            select article_id, 1, coalesce(c.merged_into, c.id), 'by', published_at
            from published_articles a, contributors c
            where c.id = any(array(select left(credit, 36)::uuid from unnest(a.credits) credit));

            insert into published_tags (article_id, position, tag_id, published_at)
            select article_id, t.n, coalesce(t.merged_into, t.id), published_at
            from published_articles a
            cross join lateral (select *, row_number() over () as n from tags where id = any(a.tag_ids)) t;

            analyze published_search, published_articles, published_authors, published_tags;
            """,
            new { Stories });
        // The server itself may be at it.
        await WaitUntil(() => Services.GetRequiredService<StatisticsStore>().Refresh(CancellationToken.None));
    }
}
