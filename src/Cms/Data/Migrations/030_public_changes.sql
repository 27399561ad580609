-- What changed in public, and in which transaction: the truth behind every cache of public answers. Triggers write it, so that no writer can
-- forget to, be it a room, an ingestion or somebody at psql. It is no outbox: nobody but caches reads it, and rows are gone after some seconds.
-- Unlogged, because a crash breaks the connection of every reader, and a reader whose connection broke trusts nothing that it kept.
create unlogged table public_changes (
    transaction xid8 not null default pg_current_xact_id(),
    -- The resource whose shape changed; null when anything may have.
    resource    uuid,
    -- Whether a story went: whoever commits that waits until no process can serve it.
    is_removal  boolean not null default false
);

-- Readers ask for what has become visible since their last snapshot; whoever commits asks for his own.
create index public_changes_transaction_idx on public_changes (transaction);

-- The processes that may serve kept answers, and up to where each has followed the changes.
create unlogged table watching_processes (
    id       uuid primary key,
    snapshot pg_snapshot not null,
    seen_at  timestamptz not null default now()
);

-- Sees to it that every change of a table that readers are shown is noted. Of a row `r`, `key` is the id of the resource that it belongs to and
-- `visible` the condition under which it shows at all; without a key only what is made of many resources counts as changed, lists and searches.
-- One statement notes each resource once.
create procedure watch_public(watched name, key text default null, visible text default 'true')
    language plpgsql
as $procedure$
declare
    noted constant text := 'note_' || watched;
    none constant text := quote_literal('00000000-0000-0000-0000-000000000000') || '::uuid';
begin
    execute format(
        $function$
        create function %1$I() returns trigger language plpgsql as $body$
        begin
            if tg_op = 'INSERT' then
                insert into public_changes (resource)
                select distinct %2$s from gained r where %3$s;
            elsif tg_op = 'DELETE' then
                insert into public_changes (resource)
                select distinct %2$s from lost r where %3$s;
            elsif tg_op = 'UPDATE' then
                insert into public_changes (resource)
                select %2$s from gained r where %3$s
                union
                select %2$s from lost r where %3$s;
            else
                insert into public_changes (resource) values (null);
            end if;
            return null;
        end
        $body$
        $function$,
        noted, coalesce(key, none), visible);
    execute format(
        'create trigger note_insert after insert on %I referencing new table as gained for each statement execute function %I()',
        watched, noted);
    execute format(
        'create trigger note_delete after delete on %I referencing old table as lost for each statement execute function %I()',
        watched, noted);
    execute format(
        'create trigger note_update after update on %I referencing old table as lost new table as gained for each statement execute function %I()',
        watched, noted);
    execute format('create trigger note_truncate after truncate on %I for each statement execute function %I()', watched, noted);
end
$procedure$;

call watch_public('publications', 'r.id');
call watch_public('former_publication_slugs', 'r.publication_id');
call watch_public('masthead_evidence', 'r.publication_id');
call watch_public('masthead_entries', 'r.publication_id');
call watch_public('sections', 'r.id', 'r.public_since is not null');
call watch_public('tags', 'r.id', 'r.public_since is not null');
call watch_public('contributors', 'r.id', 'r.public_since is not null');
call watch_public('published_authors', 'r.article_id');
call watch_public('published_tags', 'r.article_id');

-- Row by row, because a statement's rows would be copied whole, bodies and all. A story shows its translations, so that each belongs to the
-- resource that is their group as well.
create function note_published_articles() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        insert into public_changes (resource, is_removal) values (null, true);
    elsif tg_op = 'DELETE' then
        insert into public_changes (resource, is_removal) values (old.article_id, true);
        -- Only for what goes: it makes commits wait for each other.
        perform pg_notify('cms_removal', '');
    else
        insert into public_changes (resource) values (new.article_id);
        if new.translation_group is not null then
            insert into public_changes (resource) values (new.translation_group);
        end if;
    end if;

    if tg_op in ('UPDATE', 'DELETE') and old.translation_group is not null then
        insert into public_changes (resource) values (old.translation_group);
    end if;
    return null;
end
$$;

create trigger note_row after insert or update or delete on published_articles for each row execute function note_published_articles();
create trigger note_truncate after truncate on published_articles for each statement execute function note_published_articles();

-- Keys are no content, but are remembered by the same means. A change of a key counts as a removal: whoever revokes one waits until no process
-- lets it in. A new key changes nothing that anybody remembers.
create function note_api_keys() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        insert into public_changes (resource, is_removal) values (null, true);
    else
        insert into public_changes (resource, is_removal) values (old.id, true);
    end if;
    perform pg_notify('cms_removal', '');
    return null;
end
$$;

create trigger note_row after update or delete on api_keys for each row execute function note_api_keys();
create trigger note_truncate after truncate on api_keys for each statement execute function note_api_keys();
