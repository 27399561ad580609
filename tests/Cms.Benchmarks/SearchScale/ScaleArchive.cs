using Cms.Benchmarks.Archive;
using Cms.Content.Text;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Cms.Benchmarks.SearchScale;

/// <summary>Fills a migrated database with an archive of any size: rows by COPY into tables without indexes, which are made at the end.</summary>
internal static class ScaleArchive
{
    private const int Topics = 3_000;
    private const int WordsOfTopic = 40;
    private static readonly DateTime Newest = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The tables, each after those that it refers to.</summary>
    private static readonly string[] Tables = ["articles", "published_articles", "published_authors", "published_tags", "published_search"];

    public static async Task<ScaleVocabulary> Load(string connectionString, int articles, int vocabularySize)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        var vocabulary = await ScaleVocabulary.Make(connection, vocabularySize);
        if (await connection.ExecuteScalarAsync<long>("select count(*) from published_search") == articles)
        {
            return vocabulary;
        }

        await connection.ExecuteAsync("set maintenance_work_mem = '1GB'; set synchronous_commit = off");
        var filing = new ArchiveFiling();
        await filing.Store(connection, new GeneratedText(seed: 7));
        var indexes = await Strip(connection);
        await Copy(connectionString, connection, articles, vocabulary, filing);
        foreach (var statement in indexes)
        {
            await connection.ExecuteAsync(statement);
        }

        await connection.ExecuteAsync("alter table published_articles enable trigger user");
        await connection.ExecuteAsync("vacuum analyze");
        return vocabulary;
    }

    /// <summary>Takes indexes and references off; answers what puts them back.</summary>
    private static async Task<IReadOnlyList<string>> Strip(NpgsqlConnection connection)
    {
        var restoring = (await connection.QueryAsync<string>(
            """
            select sql
            from (
                select 1, format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint
                where conrelid = any(@Tables::regclass[]) and contype in ('p', 'u')
                union all
                select 2, indexdef
                from pg_indexes
                where tablename = any(@Tables)
                  and not exists (select from pg_constraint c where c.conname = indexname)
                union all
                select 3, format('alter table %s add constraint %I %s not valid', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint
                where conrelid = any(@Tables::regclass[]) and contype = 'f'
            ) x (step, sql)
            order by step, sql
            """,
            new { Tables })).ToList();
        var stripping = await connection.QueryAsync<string>(
            """
            select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
            from pg_constraint
            where conrelid = any(@Tables::regclass[]) and contype in ('p', 'u', 'f')
            order by contype
            """,
            new { Tables });
        foreach (var statement in stripping.ToList())
        {
            await connection.ExecuteAsync(statement);
        }

        foreach (var index in (await connection.QueryAsync<string>("select indexname from pg_indexes where tablename = any(@Tables)", new { Tables })).ToList())
        {
            await connection.ExecuteAsync($"drop index {index}");
        }

        await connection.ExecuteAsync("alter table published_articles disable trigger user");
        return restoring;
    }

    private static async Task Copy(string connectionString, NpgsqlConnection connection, int articles, ScaleVocabulary vocabulary, ArchiveFiling filing)
    {
        var publication = await connection.ExecuteScalarAsync<Guid>("select id from publications where is_default");
        var random = new Random(9);
        var topics = Enumerable.Range(0, Topics)
            .Select(_ => Enumerable.Range(0, WordsOfTopic).Select(_ => vocabulary.Draw(random)).ToArray())
            .ToArray();
        var story = new ScaleStory(vocabulary, topics, random);
        var words = new ScaleWords(vocabulary);
        await using var copies = await ScaleCopies.Begin(connectionString);
        for (var number = 0; number < articles; number++)
        {
            story.Write();
            var id = Guid.CreateVersion7();
            var length = story.Body.Count;
            // Five years, whatever the size: an archive grows by publishing more.
            var date = Newest.AddDays(-1826.0 * number / articles);
            var section = filing.Sections[random.Next(filing.Sections.Length)];
            var slug = $"story-{number}";
            await copies.Articles.WriteRowAsync(default, id, publication, slug, "published");
            await copies.Published.StartRowAsync();
            foreach (var value in new object[] { id, publication, slug, 1, 1, "en", story.Text(story.Headline), section, date, date, date })
            {
                await copies.Published.WriteAsync(value);
            }

            await copies.Published.WriteAsync("[]", NpgsqlDbType.Json);
            var text = story.Text(story.Body);
            await copies.Published.WriteAsync(text);
            await copies.Published.WriteAsync(Words.Excerpt(text));
            await copies.Published.WriteAsync(length);
            await copies.Published.WriteAsync("[]", NpgsqlDbType.Json);
            var author = filing.Contributors[random.Next(200)];
            await copies.Published.WriteAsync(new[] { $"{author}\"author\"" });
            var tags = filing.TagsOf(number, random);
            await copies.Published.WriteAsync(tags);
            await copies.Authors.WriteRowAsync(default, id, (short)1, author, "author", date);
            short position = 0;
            foreach (var tag in tags)
            {
                await copies.Tags.WriteRowAsync(default, id, ++position, tag, date);
            }

            copies.Search.Write(id, publication, section, author, tags, date, length, words.Encode(story, length, date));
        }

        await copies.Complete();
    }
}
