-- What searches read: one narrow row per public story, so that thousands of hits are looked at in a few pages of the table.

create table published_search (
    article_id     uuid primary key references published_articles on delete cascade,
    -- What filters and facets ask, copied from the story.
    publication_id uuid not null,
    section_id     uuid,
    language       text not null,
    genre          text,
    -- Whom it credits and what it is about, as it was filed: who counts follows merges.
    author_ids     uuid[] not null,
    tag_ids        uuid[] not null,
    published_at   timestamptz not null,
    updated_at     timestamptz not null,
    length         integer not null,
    -- One story in sixteen is in bucket 0, from which large sets are counted.
    bucket         smallint not null,
    tsv            tsvector not null
);

-- Out of line, so that counts and facets never read past it.
alter table published_search alter column tsv set storage external;

create index published_search_tsv_idx on published_search using gin (tsv);
-- The two conditions differ so that a search for words can use the first only: by the second every story of the sample would be read.
create index published_search_sample_tsv_idx on published_search using gin (tsv) where bucket < 1;
create index published_search_sample_idx on published_search (article_id) where bucket = 0;
create index published_search_newest_idx on published_search (published_at desc, article_id desc);

-- What a story is filed under, as a word: =p a publication, =s a section, =a an author, =t a tag, by the end of the id, which is random.
create function search_filed(kind text, id uuid) returns text
    language sql immutable parallel safe
as $$ select kind || right(id::text, 12) $$;

-- The row of a story as it is searched. Beside each word that the story has often for its length stands the same word under `=2`, `=4` and `=8`,
-- without positions: from how often, so that the stories with most of a common word are found without looking into all that have it. The
-- parser never makes a word with `=`. The length is weighed once, and most words are told to be too rare by their count alone. In a function of
-- its own it would cost four times as much, because one that looks through rows is never inlined.
create function search_row(story published_articles) returns table (
    article_id uuid, publication_id uuid, section_id uuid, language text, genre text, author_ids uuid[], tag_ids uuid[],
    published_at timestamptz, updated_at timestamptz, length integer, bucket smallint, tsv tsvector)
    language sql stable
as $$
select
    story.article_id, story.publication_id, story.section_id, story.language, story.genre,
    array(select distinct left(credit, 36)::uuid from unnest(story.credits) credit), story.tag_ids, story.published_at, story.updated_at,
    story.word_count, (get_byte(uuid_send(story.article_id), 15) & 15)::smallint,
    x.words
        || (
            select coalesce(array_to_tsvector(array_agg(t.tier || w.lexeme)), '')
            from (select (.25 + .75 * story.word_count / 400)::float8 as norm offset 0) n
            cross join lateral (
                select lexeme, (cardinality(positions) + 2 * cardinality(array_positions(weights, 'A'))) / n.norm as frequency
                from unnest(x.words)
                where cardinality(positions) >= 2 * n.norm or 'A' = any(weights)
                offset 0
            ) w
            join (values ('=2', 2), ('=4', 4), ('=8', 8)) t (tier, least) on w.frequency >= t.least
        )
        -- What filters ask as words, so that the index of words alone tells what they leave.
        || array_to_tsvector(array_remove(
            array[
                '=m' || to_char(story.published_at at time zone 'UTC', 'YYYYMM'), '=y' || to_char(story.published_at at time zone 'UTC', 'YYYY'),
                public.search_filed('=p', story.publication_id), public.search_filed('=s', story.section_id)]
            || array(select public.search_filed('=a', left(credit, 36)::uuid) from unnest(story.credits) credit)
            || array(select public.search_filed('=t', tag) from unnest(story.tag_ids) tag), null))
-- A tsvector holds a megabyte; words beyond a long book chapter are not looked for.
from (select left(story.body_text, 250000) as body offset 0) b
cross join lateral (select public.search_document(story.language, story.headline, story.deck, story.kicker, story.byline, b.body) as words offset 0) x
$$;

-- Whoever publishes, changes or takes down a story: its words follow in the same transaction, a set of stories at a time.
create function search_follow() returns trigger
    language plpgsql
as $$
begin
    insert into published_search
    select r.*
    from changed n
    cross join lateral search_row(n) r
    on conflict (article_id) do update set
        publication_id = excluded.publication_id, section_id = excluded.section_id, language = excluded.language, genre = excluded.genre,
        author_ids = excluded.author_ids, tag_ids = excluded.tag_ids, published_at = excluded.published_at, updated_at = excluded.updated_at,
        length = excluded.length, tsv = excluded.tsv;
    return null;
end
$$;

create trigger search_follow_insert after insert on published_articles
    referencing new table as changed for each statement execute function search_follow();
create trigger search_follow_update after update on published_articles
    referencing new table as changed for each statement execute function search_follow();

-- How many public stories have a word, and each of its tiers; made in the background from the table above, and from nothing else.
create table search_terms (
    lexeme  text collate "C" primary key,
    stories integer not null
);

-- Where misspelt words look for those that they resemble.
create index search_terms_trigram_idx on search_terms using gin (lexeme gin_trgm_ops) where lexeme not like '=%';

-- One row: what the statistics were made from.
create table search_totals (
    is_only      boolean primary key default true check (is_only),
    generation   bigint not null,
    stories      bigint not null,
    length       float8 not null,
    -- PostgreSQL's own counter of rows written, as it stood before.
    changes      bigint not null,
    refreshed_at timestamptz not null,
    -- How long it took: the longer, the less often it is done.
    seconds      float8 not null
);

-- Other spellings of a name, and its letters in the other script: whoever looks for one looks for all.
create table search_names (
    lexeme  text collate "C" primary key,
    words   tsquery not null,
    lexemes text[] not null
);

-- Rows of stories written, as far as PostgreSQL has counted them; some come a second late.
create function search_changes() returns bigint
    language sql volatile
as $$
select pg_stat_get_tuples_inserted(t.oid) + pg_stat_get_tuples_updated(t.oid) + pg_stat_get_tuples_deleted(t.oid)
from (select 'published_search'::regclass as oid) t
$$;

create function search_variants(asked tsquery) returns tsquery
    language plpgsql stable
as $$
declare
    name record;
begin
    for name in
        select quote_literal(n.lexeme)::tsquery as word, n.words
        from search_names n
        where n.lexeme in (select x[1] from regexp_matches(asked::text, '''([^'']+)''', 'g') x)
    loop
        asked := ts_rewrite(asked, name.word, name.words);
    end loop;
    return asked;
end
$$;

-- Suggestions: names and headlines as they are compared with what is being typed.

-- Small letters and digits with one space before each word. Arabic letters that are typed for one another are one, the endings heh and
-- taa marbuta among them; the article stays, since the word may not be typed to its end yet. The collation is named because another
-- server's own may know ASCII letters only.
create function search_typed(value text) returns text
    language sql immutable parallel safe
as $$
select ' ' || btrim(regexp_replace(
    lower(translate(public.search_fold_latin(public.search_plain(value)), 'أإآٱیکةى', 'اااايكهي') collate "und-x-icu"),
    '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Each word can be looked up with its article and without.
create function search_words_bare(value text) returns text
    language sql immutable strict parallel safe
as $$ select public.search_typed(value) || regexp_replace(public.search_typed(value), ' و?ال(?=[\u0621-\u064A]{3})', ' ', 'g') $$;

create function search_words(value text) returns text
    language sql immutable parallel safe
as $$ select case when value ~ 'ال' then public.search_words_bare(value) else public.search_typed(value) end $$;

-- The beginnings of those words, by which they are looked up: of some lengths, as words of their own, because an index that has to gather
-- what all words of a beginning stand in takes ten times as long.
create function search_beginnings(value text) returns tsvector
    language sql immutable parallel safe
as $$
select array_to_tsvector(array_remove(string_to_array(regexp_replace(
    public.search_words(value), '([^ ]{3})([^ ]?)([^ ]?)([^ ]?)([^ ]{0,2})[^ ]*', '\1 \1\2 \1\2\3 \1\2\3\4 \1\2\3\4\5', 'g'), ' '), ''))
$$;

-- What is being typed as a query for them: each word by the longest of its beginnings. Of one letter or two too much begins so to be looked up.
create function search_beginning(typed text) returns tsquery
    language sql immutable parallel safe
as $$
select nullif(replace(btrim(regexp_replace(regexp_replace(
    regexp_replace(typed, '( [^ ]{1,2})+(?![^ ])', '', 'g'),
    '( [^ ]{8})[^ ]+', '\1', 'g'),
    '( [^ ]{6})[^ ](?![^ ])', '\1', 'g')), ' ', ' & '), '')::tsquery
$$;

-- A day as a word. Reckoned, because to_char() is only stable.
create function search_day(value date) returns text
    language sql immutable parallel safe
as $$ select (date_part('year', value) * 10000 + date_part('month', value) * 100 + date_part('day', value))::integer::text $$;

-- The day and the month of a story, so that the index finds new headlines without gathering all that begin so.
create function search_dates(value timestamptz) returns tsvector
    language sql immutable parallel safe
as $$
select array_to_tsvector(array[
    public.search_day((value at time zone 'UTC')::date), left(public.search_day((value at time zone 'UTC')::date), 6)])
$$;

create index published_articles_words_idx on published_articles
    using gin (public.search_beginnings(headline), public.search_dates(published_at));
-- A trigram index answers `like '% beginning%'`.
create index contributors_words_idx on contributors using gin (public.search_words(name) gin_trgm_ops);
create index tags_words_idx on tags using gin (public.search_words(name) gin_trgm_ops);
create index sections_words_idx on sections using gin (public.search_words(name) gin_trgm_ops);

-- The times that new headlines are looked for in: the days of the last three hundred stories, and their months.
create function search_last_times() returns tsquery[]
    language sql stable
as $$
select array[string_agg(distinct public.search_day(day), ' | ')::tsquery, string_agg(distinct left(public.search_day(day), 6), ' | ')::tsquery]
from (
    select distinct (published_at at time zone 'UTC')::date as day
    from (select published_at from published_articles order by published_at desc limit 300) newest
) days
$$;

-- The newest stories with a word of the headline that begins so, as those times have them; if they have too few, some of all, found by the
-- index: never by looking through all, however many the planner takes them for. Where the words must stand together no more than a few times as
-- many are looked at as are wanted.
create function search_headlines(typed text, times tsquery[], most integer) returns setof uuid
    language plpgsql stable
    set enable_seqscan = off set enable_indexscan = off
as $$
declare
    beginning constant tsquery := public.search_beginning(typed);
    time tsquery;
    ids uuid[];
begin
    foreach time in array times loop
        ids := array(
            select article_id
            from (
                select article_id, headline
                from published_articles
                where public.search_beginnings(headline) @@ beginning and public.search_dates(published_at) @@ time
                order by published_at + interval '0' desc
                limit 4 * most
            ) found
            where public.search_words(headline) like '%' || typed || '%'
            limit most);
        exit when cardinality(ids) = most;
    end loop;
    if cardinality(ids) < most then
        ids := ids || array(
            select article_id
            from (
                select article_id, headline
                from published_articles
                where public.search_beginnings(headline) @@ beginning
                limit 4 * most
            ) found
            where article_id <> all (ids) and public.search_words(headline) like '%' || typed || '%'
            limit most - cardinality(ids));
    end if;
    return query select unnest(ids);
end
$$;
