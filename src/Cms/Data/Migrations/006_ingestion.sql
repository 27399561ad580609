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
