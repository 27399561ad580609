-- The newsroom's side: identity and state of a story, and its immutable revisions.

create table articles (
    id                 uuid primary key,
    publication_id     uuid not null references publications,
    -- A wish until the first publication claims it in slugs.
    slug               text constraint articles_slug_check check (slug <> '' and length(slug) <= 100),
    status             text not null constraint articles_status_check check (status in ('draft', 'inReview', 'approved', 'scheduled', 'published', 'unpublished', 'archived', 'killed')),
    -- Grows by one on every change, actions included: the optimistic lock.
    version            integer not null default 1,
    -- The number of the newest revision.
    revision           integer not null default 1,
    -- The newest revision's, so that the newsroom's lists can walk by it.
    published_at       timestamptz,
    translation_group  uuid,
    first_published_at timestamptz,
    -- When a person last changed the story; null while only ingestion has written it.
    edited_at          timestamptz,
    deleted_at         timestamptz,
    created_at         timestamptz not null default now(),
    -- The time of the statement, not of its transaction: settled_until() in 004 relies on it.
    updated_at         timestamptz not null default clock_timestamp()
);

create table revisions (
    article_id    uuid not null references articles,
    number        integer not null,
    language      text not null,
    genre         text,
    kicker        text,
    headline      text constraint revisions_headline_check check (length(headline) <= 500),
    deck          text,
    dateline      text,
    byline        text,
    section_id    uuid references sections,
    published_at  timestamptz,
    lead_image    json,
    canonical_url text,
    seo           json,
    -- `json`, not `jsonb`: the bytes are kept as they were written and leave without being rebuilt.
    body          json not null,
    -- All text of the body, for search and excerpts, so that neither has to parse the blocks.
    body_text     text not null,
    excerpt       text not null,
    word_count    integer not null,
    masthead      json not null default '[]',
    source        json,
    -- Contributors in byline order, and what each did.
    author_ids    uuid[] not null default '{}',
    author_roles  text[] not null default '{}',
    tag_ids       uuid[] not null default '{}',
    created_at    timestamptz not null default now(),
    created_by    text not null,
    primary key (article_id, number)
);

-- Newsroom lists walk by these. Drafts without a date come last.
create index articles_updated_idx on articles (updated_at desc, id desc);
create index articles_newest_idx on articles (coalesce(published_at, '-infinity') desc, id desc);
create index articles_deleted_idx on articles (deleted_at desc, id desc) where deleted_at is not null;

-- Every slug a story has claimed, the current one and the old ones that redirect to it.
create table slugs (
    publication_id uuid not null references publications,
    slug           text not null,
    article_id     uuid not null references articles,
    is_current     boolean not null default true,
    constraint slugs_pkey primary key (publication_id, slug)
);

create unique index slugs_one_current_key on slugs (article_id) where is_current;

-- The reader's side: one row per story that is public now, holding what a reader gets.
create table published_articles (
    article_id         uuid primary key references articles,
    publication_id     uuid not null references publications,
    slug               text not null,
    version            integer not null,
    revision           integer not null,
    language           text not null,
    genre              text,
    kicker             text,
    headline           text not null,
    deck               text,
    dateline           text,
    byline             text,
    section_id         uuid references sections,
    published_at       timestamptz not null,
    first_published_at timestamptz not null,
    updated_at         timestamptz not null,
    lead_image         json,
    canonical_url      text,
    seo                json,
    body               json not null,
    -- The revision's, for the snippets of search; read for the rows of a page only.
    body_text          text not null,
    excerpt            text not null,
    word_count         integer not null,
    masthead           json not null,
    source             json,
    translation_group  uuid,
    -- As the revision has them, so that a page of a list looks nowhere else; what was merged since is known by the id that it had.
    -- Each contributor's id and, as JSON, the role.
    credits            text[] not null default '{}',
    tag_ids            uuid[] not null default '{}',
    constraint published_articles_slug_key unique (publication_id, slug)
);

create index published_articles_newest_idx on published_articles (published_at desc, article_id desc);
-- With the time of the last change, so that a sitemap's index is made from it alone.
create index published_articles_publication_idx on published_articles (publication_id, published_at desc, article_id desc) include (updated_at);
create index published_articles_section_idx on published_articles (section_id, published_at desc, article_id desc) where section_id is not null;
create index published_articles_updated_idx on published_articles (updated_at desc, article_id desc);
create index published_articles_headline_idx on published_articles (headline collate "und-x-icu", article_id);
create index published_articles_translation_idx on published_articles (translation_group) where translation_group is not null;

-- Join tables carry the date, so that a list by any tag or author walks one index whatever its size.
create table published_authors (
    article_id     uuid not null references published_articles on delete cascade,
    position       smallint not null,
    contributor_id uuid not null references contributors,
    role           text not null,
    published_at   timestamptz not null,
    -- Credited once per story, so that a list by author cannot hold a story twice.
    primary key (article_id, contributor_id)
);

create index published_authors_contributor_idx on published_authors (contributor_id, published_at desc, article_id desc);

create table published_tags (
    article_id   uuid not null references published_articles on delete cascade,
    position     smallint not null,
    tag_id       uuid not null references tags,
    published_at timestamptz not null,
    primary key (article_id, tag_id)
);

create index published_tags_tag_idx on published_tags (tag_id, published_at desc, article_id desc);

-- Old addresses of stories that are public now.
create view public_redirects as
select s.publication_id, s.slug, p.slug as current_slug
from slugs s
join published_articles p on p.article_id = s.article_id
where not s.is_current;
