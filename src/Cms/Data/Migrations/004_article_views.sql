-- Two sides. What is public has ids in the place of names: the server remembers these, and a rename touches one row and shows at once.
create view public_articles as
select
    p.article_id as id,
    p.publication_id,
    p.slug,
    p.version,
    p.revision,
    'published'::text as status,
    p.language,
    p.genre,
    p.kicker,
    p.headline,
    p.deck,
    p.dateline,
    p.byline,
    p.section_id,
    p.published_at,
    p.first_published_at,
    p.updated_at,
    p.lead_image,
    p.canonical_url,
    p.seo,
    p.body,
    p.excerpt,
    p.word_count,
    p.masthead,
    p.source,
    case when p.translation_group is not null then (
        select '[' || string_agg(row_to_json(x)::text, ',') || ']'
        from (select o.article_id as id, o.language, o.slug, o.headline
              from published_articles o
              where o.translation_group = p.translation_group and o.article_id <> p.article_id
              order by o.language, o.article_id) x)
    end as translations,
    p.translation_group,
    p.credits,
    p.tag_ids
from published_articles p;

-- Every revision of every story, the trash included, with its names: drafts may use some that are not public. What was merged since shows as
-- what it was merged into, once.
create view revised_articles as
select
    w.id,
    w.publication_id,
    (select row_to_json(x) from (select u.id, u.slug, u.name from publications u where u.id = w.publication_id) x) as publication,
    w.slug,
    w.version,
    r.number as revision,
    w.revision as newest,
    w.status,
    r.language,
    r.genre,
    r.kicker,
    coalesce(r.headline, '') as headline,
    r.deck,
    r.dateline,
    r.byline,
    r.section_id,
    (select row_to_json(x)
     from (select s.id, s.slug, s.name
           from section_aliases a
           join sections s on s.id = a.current_id
           where a.id = r.section_id) x) as section,
    (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
     from (select c.id, c.slug, c.name, (array_agg(a.role order by a.position))[1] as role
           from unnest(r.author_ids, r.author_roles) with ordinality as a (contributor_id, role, position)
           join contributor_aliases n on n.id = a.contributor_id
           join contributors c on c.id = n.current_id
           group by c.id
           order by min(a.position)) x) as authors,
    (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
     from (select t.id, t.slug, t.name
           from unnest(r.tag_ids) with ordinality as a (tag_id, position)
           join tag_aliases n on n.id = a.tag_id
           join tags t on t.id = n.current_id
           group by t.id
           order by min(a.position)) x) as tags,
    r.author_ids,
    r.tag_ids,
    -- Without a date of its own a story has that of its first publication, for its newsroom as for its readers.
    coalesce(r.published_at, w.first_published_at) as published_at,
    w.first_published_at,
    w.updated_at,
    r.lead_image,
    r.canonical_url,
    r.seo,
    r.body,
    r.excerpt,
    r.word_count,
    r.masthead,
    r.source,
    (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
     from (select o.id, n.language, o.slug, n.headline
           from articles o
           join revisions n on n.article_id = o.id and n.number = o.revision
           where o.translation_group = w.translation_group and o.id <> w.id and o.deleted_at is null
           order by n.language, o.id) x) as translations,
    w.translation_group,
    w.deleted_at,
    w.published_at as newest_published_at
from articles w
join revisions r on r.article_id = w.id;

-- Every story as it stands in the newsroom, the trash included: what writes answer.
create view newsroom_articles as
select *
from revised_articles
where revision = newest;

create view working_articles as
select *
from newsroom_articles
where deleted_at is null;

create view trashed_articles as
select *
from newsroom_articles
where deleted_at is not null;

create index articles_translation_idx on articles (translation_group) where translation_group is not null;

-- The instant before which no change can appear any more: a walk by updated_at that goes no further misses none. A change takes its time
-- while its transaction is open, and is seen when that ends: whoever could still bring an earlier one began before it and is open now.
-- The clock is read before the others are looked at, so that whoever begins in between is later than the answer. Runs as the schema's
-- owner, who writes and may see when the own transactions began. Call it in a statement before the one that reads.
create function settled_until() returns timestamptz
language plpgsql
volatile
security definer
set search_path = pg_catalog
as $$
declare
    present timestamptz := clock_timestamp();
begin
    return least(present, (
        select min(xact_start)
        from pg_stat_activity
        where datname = current_database()
          and usename = current_user
          and pid <> pg_backend_pid()));
end
$$;
