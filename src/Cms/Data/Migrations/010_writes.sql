-- What every write leaves behind besides its own rows. All three tables are only ever appended to by a write: a row that every write
-- updated (a counter, a chain) would make writers wait for each other.

-- Who did what to which resource, for people who have to find out. One row for each change.
create table audit (
    id            bigint generated always as identity primary key,
    at            timestamptz not null default now(),
    -- The key's id, or the part of the program that acted by itself ('command', 'ingestion').
    caller        text not null,
    action        text not null constraint audit_action_check check (action ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
    resource_type text not null,
    resource_id   uuid not null,
    -- Equals the X-Request-Id of the answer; null outside requests.
    request_id    text,
    -- Facts about the change; never a secret, never a body.
    details       json
);

create index audit_resource_idx on audit (resource_type, resource_id, id);

-- The outbox: ordered facts about content, for feeds, streams and webhooks.
create table events (
    id            bigint generated always as identity primary key,
    -- Ids are given before commit, so a reader that went by id alone could step over a slow writer: it reads only below
    -- pg_snapshot_xmin(pg_current_snapshot()), in this order.
    transaction   xid8 not null default pg_current_xact_id(),
    at            timestamptz not null default now(),
    type          text not null constraint events_type_check check (type ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
    resource_type text not null,
    resource_id   uuid not null,
    payload       json not null
);

create index events_order_idx on events (transaction, id);

-- Answers to requests that carried an Idempotency-Key, kept for 24 hours and given again to a retry. Written in the transaction of the
-- change itself: there is one exactly when there is the other.
create table idempotency_keys (
    caller      text not null,
    key         text not null constraint idempotency_keys_key_check check (key <> '' and length(key) <= 255),
    -- SHA-256 of the request; another request under the same key is refused.
    fingerprint bytea not null,
    status      integer not null,
    etag        text,
    location    text,
    -- The answer as bytes; secrets in it are null already.
    body        bytea not null,
    created_at  timestamptz not null default now(),
    primary key (caller, key)
);

-- For the sweep: each write that stores an answer removes a few that have expired.
create index idempotency_keys_created_idx on idempotency_keys (created_at);
