-- Taxonomy: what a story is filed under and who is credited. Slugs are unique per publication.

create table publications (
    id           uuid primary key,
    slug         text not null constraint publications_slug_key unique
                 constraint publications_slug_check check (slug <> '' and length(slug) <= 100),
    name         text not null constraint publications_name_check check (name <> '' and length(name) <= 200),
    language     text not null,
    time_zone    text not null,
    site_url     text,
    article_path text not null default '/{slug}',
    -- The publication that slugs resolve in when a request names none.
    is_default   boolean not null default false,
    version      integer not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

create unique index publications_one_default_key on publications (is_default) where is_default;

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

create table sections (
    id             uuid primary key,
    publication_id uuid not null references publications,
    parent_id      uuid constraint sections_parent_fkey references sections,
    slug           text not null constraint sections_slug_check check (slug <> '' and length(slug) <= 100),
    name           text not null constraint sections_name_check check (name <> '' and length(name) <= 200),
    description    text,
    version        integer not null default 1,
    -- Set by the first public story that uses the row, or by the editor who made it; null keeps it hidden.
    public_since   timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint sections_slug_key unique (publication_id, slug)
);

create index sections_parent_idx on sections (parent_id);

create table tags (
    id             uuid primary key,
    publication_id uuid not null references publications,
    slug           text not null constraint tags_slug_check check (slug <> '' and length(slug) <= 100),
    name           text not null constraint tags_name_check check (name <> '' and length(name) <= 200),
    description    text,
    version        integer not null default 1,
    public_since   timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint tags_slug_key unique (publication_id, slug)
);

create table contributors (
    id             uuid primary key,
    publication_id uuid not null references publications,
    slug           text not null constraint contributors_slug_check check (slug <> '' and length(slug) <= 100),
    name           text not null constraint contributors_name_check check (name <> '' and length(name) <= 200),
    kind           text not null default 'person' constraint contributors_kind_check check (kind in ('person', 'agency')),
    title          text,
    bio            text,
    version        integer not null default 1,
    public_since   timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint contributors_slug_key unique (publication_id, slug)
);

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

-- Lists by name walk these; sections are few enough to sort.
create index tags_name_idx on tags (name collate "und-x-icu", id) where public_since is not null;
create index contributors_name_idx on contributors (name collate "und-x-icu", id) where public_since is not null;

-- The history of each masthead: a term runs from its first evidence until another name is printed for that role.
-- Where the pages of a day differ, the name on most of them counts.
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
)
select
    publication_id,
    role,
    name,
    printed_on as since,
    lead(printed_on) over (partition by publication_id, role order by printed_on) as until
from changes
where former is distinct from name;

-- Who held which office on a day: for each role the name that was printed last. Steps from role to role along the index, since there are few
-- roles and many days.
create function masthead_at(publication uuid, day date) returns json
    language sql stable strict parallel safe
as $$
with recursive roles as (
    (select e.role from masthead_evidence e where e.publication_id = publication order by e.role limit 1)
    union all
    select (select e.role from masthead_evidence e where e.publication_id = publication and e.role > r.role order by e.role limit 1)
    from roles r
    where r.role is not null
)
select coalesce('[' || string_agg(row_to_json(m)::text, ',' order by m.role collate "und-x-icu") || ']', '[]')::json
from (
    select r.role, held.name
    from roles r
    cross join lateral (
        select e.name
        from masthead_evidence e
        where e.publication_id = publication and e.role = r.role and e.printed_on <= day
        order by e.printed_on desc, e.stories desc, e.name
        limit 1) held
) m
$$;
