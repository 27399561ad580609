using Cms.Tests.Harness;

namespace Cms.Tests.Data.Watching;

/// <summary>No change of what readers are shown goes unnoted, whoever makes it.</summary>
public sealed class PublicTableTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task Every_table_that_readers_are_shown_is_watched()
    {
        // Through views, and views of views: `call watch_public('table', …)` in a migration watches one. Not needed are old slugs, since redirects
        // are never kept, and what a trigger derives from published_articles in the same transaction.
        var unwatched = await host.Query<string>(
            """
            with recursive shown as (
                select c.oid, c.relkind
                from unnest(@Relations) r (name)
                join pg_class c on c.relname = r.name
                union
                select t.oid, t.relkind
                from shown v
                join pg_rewrite w on w.ev_class = v.oid
                join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
                join pg_class t on t.oid = d.refobjid and t.relnamespace = 'public'::regnamespace
            )
            select s.oid::regclass::text
            from shown s
            where s.relkind = 'r'
              -- They change with what is watched: with a story, with the totals of search, or not at all.
              and s.oid::regclass::text not in ('slugs', 'published_search', 'search_terms', 'search_names')
              and (
                select count(*)
                from pg_trigger g
                where g.tgrelid = s.oid and g.tgname like 'note_%' and g.tgenabled = 'O')
                  < case when s.oid = 'published_articles'::regclass then 2 else 4 end
            """,
            new { Cms.Data.ReaderGrants.Relations });

        Assert.Empty(unwatched);
    }

    [Fact]
    public async Task A_story_is_noted_with_its_translations_and_a_hidden_tag_not_at_all()
    {
        var group = Guid.CreateVersion7();
        var story = await host.Add(new Story { Headline = "Noted", TranslationGroup = group });
        var shown = await host.AddTag("Shown");
        var hidden = await host.AddTag("Hidden", isPublic: false);

        // In one transaction, so that nothing is swept in between.
        var noted = (await host.Query<string>(
            """
            update tags set name = name || ' still' where id in (@shown, @hidden);

            update published_articles set headline = 'Noted again' where article_id = @story;

            delete from published_articles where article_id = @story;

            select distinct resource || ' ' || is_removal
            from public_changes
            where transaction = pg_current_xact_id()
            """,
            new { story, shown, hidden })).ToHashSet();

        Assert.Equal(new HashSet<string> { $"{story} false", $"{group} false", $"{shown} false", $"{story} true" }, noted);
    }
}
