-- Ingestion: runs over source documents, the documents as they came, and what became of each.

create table ingestions (
    id             uuid primary key,
    publication_id uuid not null references publications,
    kind           text not null constraint ingestions_kind_check check (kind in ('folder', 'upload')),
    name           text not null,
    state          text not null constraint ingestions_state_check check (state in ('running', 'completed', 'interrupted', 'failed')),
    parser_version integer not null,
    started_at     timestamptz not null default now(),
    finished_at    timestamptz,
    milliseconds   bigint,
    -- Counted up in the transaction of each batch, so that an interrupted run tells the truth.
    seen           integer not null default 0,
    created        integer not null default 0,
    updated        integer not null default 0,
    unchanged      integer not null default 0,
    duplicate      integer not null default 0,
    conflict       integer not null default 0,
    rejected       integer not null default 0,
    missing        integer not null default 0
);

-- The list of runs walks by this.
create index ingestions_started_idx on ingestions (started_at desc, id desc);

-- Every document that became a story, kept raw: what it says can be read again by a better reader.
create table source_documents (
    id             uuid primary key,
    publication_id uuid not null references publications,
    source_key     text not null,
    kind           text not null,
    -- The folder that it was found in: only a look into the same folder can miss it.
    origin         text not null,
    file           text not null,
    raw            bytea not null,
    -- SHA-256 of the bytes: equal ones are skipped without being read.
    byte_hash      bytea not null,
    -- Of headline, date, byline and blocks: equal ones need no new revision.
    content_hash   text not null,
    parser_version integer not null,
    article_id     uuid not null references articles,
    -- The revision that the last ingestion wrote.
    revision       integer not null,
    -- The first document with the same content, whose article this one shares.
    duplicate_of   uuid references source_documents,
    first_seen_at  timestamptz not null default now(),
    -- When ingestion last wrote the article. An editor's change after it is kept, and the document's next version waits.
    ingested_at    timestamptz not null default now(),
    -- Null while the document is there.
    missing_since  timestamptz,
    constraint source_documents_source_key_key unique (publication_id, source_key)
);

-- Finds the first of several documents with the same story.
create index source_documents_content_idx on source_documents (publication_id, content_hash) where duplicate_of is null;
create index source_documents_article_idx on source_documents (article_id);

-- What became of each document of a run; unchanged ones are only counted.
create table ingestion_documents (
    ingestion_id uuid not null references ingestions on delete cascade,
    -- The document's place in the run's order.
    number       integer not null,
    file         text not null,
    source_key   text not null,
    outcome      text not null constraint ingestion_documents_outcome_check
                 check (outcome in ('created', 'updated', 'duplicate', 'conflict', 'rejected', 'missing')),
    line         integer,
    code         text,
    detail       text,
    warnings     json not null default '[]',
    article_id   uuid references articles,
    primary key (ingestion_id, number)
);

-- Documents that could not be read, until a later version can. A row, because folders may be read-only.
create table quarantine (
    id             uuid primary key,
    publication_id uuid not null references publications,
    file           text not null,
    source_key     text not null,
    -- Empty when the bytes could not be had.
    byte_hash      bytea not null,
    code           text not null,
    line           integer,
    "column"       integer,
    byte_offset    bigint,
    detail         text not null,
    parser_version integer not null,
    state          text not null default 'open' constraint quarantine_state_check check (state in ('open', 'resolved', 'ignored')),
    attempts       integer not null default 1,
    first_seen_at  timestamptz not null default now(),
    last_seen_at   timestamptz not null default now(),
    constraint quarantine_document_key unique (publication_id, file, byte_hash, code)
);

create index quarantine_open_idx on quarantine (publication_id, source_key) where state = 'open';

-- The newest version of a document whose story an editor had changed: a revision in all but its number, waiting for a person.
create table pending_revisions (
    id                 uuid primary key,
    source_document_id uuid not null references source_documents constraint pending_revisions_source_key unique,
    -- The run that brought it.
    ingestion_id       uuid not null references ingestions,
    like revisions
);

alter table pending_revisions drop column number;
alter table pending_revisions add constraint pending_revisions_article_fkey foreign key (article_id) references articles;
alter table pending_revisions alter column created_at set default now();

create index pending_revisions_article_idx on pending_revisions (article_id);

-- The stories as they would be with a waiting version: the shape of revised_articles, so that a verb reads either alike.
create view pending_articles as
select
    p.id as pending_id,
    p.ingestion_id,
    p.created_at,
    p.created_by,
    d.source_key,
    d.file,
    a.id,
    a.publication_id,
    a.publication,
    a.slug,
    a.version,
    a.revision,
    a.status,
    p.language,
    p.genre,
    p.kicker,
    coalesce(p.headline, '') as headline,
    p.deck,
    p.dateline,
    p.byline,
    (select row_to_json(x)
     from (select s.id, s.slug, s.name
           from section_aliases n
           join sections s on s.id = n.current_id
           where n.id = p.section_id) x) as section,
    (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
     from (select c.id, c.slug, c.name, (array_agg(n.role order by n.position))[1] as role
           from unnest(p.author_ids, p.author_roles) with ordinality as n (contributor_id, role, position)
           join contributor_aliases o on o.id = n.contributor_id
           join contributors c on c.id = o.current_id
           group by c.id
           order by min(n.position)) x) as authors,
    (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
     from (select t.id, t.slug, t.name
           from unnest(p.tag_ids) with ordinality as n (tag_id, position)
           join tag_aliases o on o.id = n.tag_id
           join tags t on t.id = o.current_id
           group by t.id
           order by min(n.position)) x) as tags,
    coalesce(p.published_at, a.first_published_at) as published_at,
    a.first_published_at,
    a.updated_at,
    a.deleted_at,
    p.lead_image,
    p.canonical_url,
    p.seo,
    p.body,
    p.excerpt,
    p.word_count,
    p.masthead,
    p.source,
    a.translations
from pending_revisions p
join source_documents d on d.id = p.source_document_id
join newsroom_articles a on a.id = p.article_id;
