-- Taxonomy: what a story is filed under and who is credited. Slugs are unique per publication.
--
-- A section, tag or contributor that was merged into another stays as a row with merged_into, because revisions are never rewritten: whoever
-- reads one follows merged_into, which is never more than one step long. An old slug is such a row too, so that one constraint keeps present
-- and old slugs apart. Without a slug, such a row only answers for its id.

create table publications (
    id           uuid primary key,
    slug         text not null constraint publications_slug_key unique
                 constraint publications_slug_check check (slug <> '' and length(slug) <= 100),
    name         text not null constraint publications_name_check check (name <> '' and length(name) <= 200),
    language     text not null constraint publications_language_check check (language <> '' and length(language) <= 40),
    time_zone    text not null,
    site_url     text constraint publications_site_url_check check (length(site_url) <= 2000),
    article_path text not null default '/{slug}' constraint publications_article_path_check check (length(article_path) <= 200),
    -- The publication that slugs resolve in when a request names none.
    is_default   boolean not null default false,
    version      integer not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

create unique index publications_one_default_key on publications (is_default) where is_default;

-- Former slugs of publications, which still name them. Kept apart from the present ones, because nothing else needs a publication of the past;
-- a writer locks the table to keep the two disjoint.
create table former_publication_slugs (
    slug           text primary key,
    publication_id uuid not null references publications on delete cascade
);

-- Who was printed in which office, per day, counted over public stories: the history of the masthead is recomputed from it,
-- so the order in which pages arrive does not matter, and a hidden story leaves no trace.
create table masthead_evidence (
    publication_id uuid not null references publications,
    role           text not null,
    printed_on     date not null,
    name           text not null,
    stories        integer not null,
    primary key (publication_id, role, printed_on, name)
);

-- What an editor says of an office: it wins over what pages print.
create table masthead_entries (
    id             uuid primary key,
    publication_id uuid not null references publications on delete cascade,
    role           text not null constraint masthead_entries_role_check check (role <> '' and length(role) <= 200),
    name           text not null constraint masthead_entries_name_check check (name <> '' and length(name) <= 200),
    since          date not null,
    -- The first day that is no longer part of the term.
    until          date constraint masthead_entries_until_check check (until > since),
    version        integer not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now()
);

create index masthead_entries_role_idx on masthead_entries (publication_id, role, since);

create table sections (
    id             uuid primary key,
    publication_id uuid not null references publications,
    parent_id      uuid constraint sections_parent_fkey references sections,
    slug           text constraint sections_slug_check check (slug <> '' and length(slug) <= 100),
    name           text not null constraint sections_name_check check (name <> '' and length(name) <= 200),
    description    text constraint sections_description_check check (length(description) <= 2000),
    version        integer not null default 1,
    -- Set by the first public story that uses the row, or by the editor who made it; null keeps it hidden.
    public_since   timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    merged_into    uuid constraint sections_merged_into_fkey references sections,
    constraint sections_slug_key unique (publication_id, slug),
    constraint sections_live_check check (slug is not null or merged_into is not null),
    constraint sections_merged_check check (public_since is null or merged_into is null)
);

create index sections_parent_idx on sections (parent_id);

create table tags (
    id             uuid primary key,
    publication_id uuid not null references publications,
    slug           text constraint tags_slug_check check (slug <> '' and length(slug) <= 100),
    name           text not null constraint tags_name_check check (name <> '' and length(name) <= 200),
    description    text constraint tags_description_check check (length(description) <= 2000),
    version        integer not null default 1,
    public_since   timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    merged_into    uuid constraint tags_merged_into_fkey references tags,
    constraint tags_slug_key unique (publication_id, slug),
    constraint tags_live_check check (slug is not null or merged_into is not null),
    constraint tags_merged_check check (public_since is null or merged_into is null)
);

create table contributors (
    id             uuid primary key,
    publication_id uuid not null references publications,
    slug           text constraint contributors_slug_check check (slug <> '' and length(slug) <= 100),
    name           text not null constraint contributors_name_check check (name <> '' and length(name) <= 200),
    kind           text not null default 'person' constraint contributors_kind_check check (kind in ('person', 'agency')),
    title          text constraint contributors_title_check check (length(title) <= 500),
    bio            text constraint contributors_bio_check check (length(bio) <= 2000),
    version        integer not null default 1,
    public_since   timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    merged_into    uuid constraint contributors_merged_into_fkey references contributors,
    constraint contributors_slug_key unique (publication_id, slug),
    constraint contributors_live_check check (slug is not null or merged_into is not null),
    constraint contributors_merged_check check (public_since is null or merged_into is null)
);

create index sections_merged_into_idx on sections (merged_into) where merged_into is not null;
create index tags_merged_into_idx on tags (merged_into) where merged_into is not null;
create index contributors_merged_into_idx on contributors (merged_into) where merged_into is not null;

-- What a reader may see of them.
create view public_sections as
select id, publication_id, parent_id, slug, name, description, version, created_at, updated_at
from sections
where public_since is not null;

create view public_tags as
select id, publication_id, slug, name, description, version, created_at, updated_at
from tags
where public_since is not null;

create view public_contributors as
select id, publication_id, slug, name, kind, title, bio, version, created_at, updated_at
from contributors
where public_since is not null;

-- Every id and slug that leads to a row, its own and those of what was merged into it.
create view section_aliases as
select id, publication_id, slug, coalesce(merged_into, id) as current_id
from sections;

create view tag_aliases as
select id, publication_id, slug, coalesce(merged_into, id) as current_id
from tags;

create view contributor_aliases as
select id, publication_id, slug, coalesce(merged_into, id) as current_id
from contributors;

create view public_section_aliases as
select a.id, a.publication_id, a.slug, a.current_id, s.slug as current_slug
from section_aliases a
join public_sections s on s.id = a.current_id;

create view public_tag_aliases as
select a.id, a.publication_id, a.slug, a.current_id, t.slug as current_slug
from tag_aliases a
join public_tags t on t.id = a.current_id;

create view public_contributor_aliases as
select a.id, a.publication_id, a.slug, a.current_id, c.slug as current_slug
from contributor_aliases a
join public_contributors c on c.id = a.current_id;

-- Lists by name walk these; sections are few enough to sort.
create index tags_name_idx on tags (name collate "und-x-icu", id) where public_since is not null;
create index contributors_name_idx on contributors (name collate "und-x-icu", id) where public_since is not null;

-- The history of each masthead: a printed term runs from its first evidence until another name is printed for that role.
-- Where the pages of a day differ, the name on most of them counts. Days for which an editor says who held an office are cut out of what is
-- printed for it.
create view masthead_terms as
with days as (
    select distinct on (publication_id, role, printed_on) publication_id, role, printed_on, name
    from masthead_evidence
    where stories > 0
    order by publication_id, role, printed_on, stories desc, name
),
changes as (
    select publication_id, role, printed_on, name, lag(name) over (partition by publication_id, role order by printed_on) as former
    from days
),
printed as (
    select
        publication_id,
        role,
        name,
        printed_on as since,
        lead(printed_on) over (partition by publication_id, role order by printed_on) as until
    from changes
    where former is distinct from name
)
select p.publication_id, p.role, p.name, lower(piece) as since, upper(piece) as until, null::uuid as entry_id
from printed p
cross join lateral unnest(
    datemultirange(daterange(p.since, p.until)) - coalesce(
        (select range_agg(daterange(e.since, e.until))
         from masthead_entries e
         where e.publication_id = p.publication_id and e.role = p.role),
        '{}')) as piece
union all
select e.publication_id, e.role, e.name, e.since, e.until, e.id
from masthead_entries e;

-- Who held which office on a day: whom an editor names, else for each role the name that was printed last. Steps from role to role along the
-- index, since there are few roles and many days.
create function masthead_at(publication uuid, day date) returns json
    language sql stable strict parallel safe
as $$
with recursive roles as (
    (select e.role from masthead_evidence e where e.publication_id = publication order by e.role limit 1)
    union all
    select (select e.role from masthead_evidence e where e.publication_id = publication and e.role > r.role order by e.role limit 1)
    from roles r
    where r.role is not null
),
said as (
    select e.role, e.name
    from masthead_entries e
    where e.publication_id = publication and e.since <= day and (e.until is null or e.until > day)
)
select coalesce('[' || string_agg(row_to_json(m)::text, ',' order by m.role collate "und-x-icu", m.name) || ']', '[]')::json
from (
    select s.role, s.name
    from said s
    union all
    select r.role, held.name
    from roles r
    cross join lateral (
        select e.name
        from masthead_evidence e
        where e.publication_id = publication and e.role = r.role and e.printed_on <= day
        order by e.printed_on desc, e.stories desc, e.name
        limit 1) held
    where not exists (select from said s where s.role = r.role)
) m
$$;

-- Holds what a story is filed under until the transaction ends, so that nobody deletes or merges it meanwhile; always true. What has gone
-- already, and a publication that has changed, count as a conflict with whoever did it, upon which the writer looks again. Publications and
-- sections are held by the foreign keys of what is inserted next. Rows are locked in one order, so that nobody waits for a writer who waits for him.
create function hold_filing(home_id uuid, home_version integer, section_ids uuid[], tag_ids uuid[], contributor_ids uuid[]) returns boolean
    language plpgsql
as $$
begin
    if not exists (select from publications p where p.id = home_id and p.version = home_version)
        or cardinality(section_ids) > (select count(*) from sections s where s.id = any(section_ids) and s.merged_into is null)
        or cardinality(tag_ids) > (
            select count(*) from (select from tags t where t.id = any(tag_ids) and t.merged_into is null order by t.id for key share) held)
        or cardinality(contributor_ids) > (
            select count(*)
            from (select from contributors c where c.id = any(contributor_ids) and c.merged_into is null order by c.id for key share) held)
    then
        raise exception using errcode = 'serialization_failure', message = 'what the story is filed under has just changed';
    end if;

    return true;
end
$$;
