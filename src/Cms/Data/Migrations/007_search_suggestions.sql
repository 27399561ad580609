-- Suggestions: names and headlines as they are compared with what is being typed.

-- Small letters and digits with one space before each word. Arabic letters that are typed for one another are one, the endings heh and
-- taa marbuta among them; the article stays, since the word may not be typed to its end yet. The collation is named because another
-- server's own may know ASCII letters only.
create function search_typed(value text) returns text
    language sql immutable strict parallel safe
as $$
select ' ' || btrim(regexp_replace(
    lower(translate(public.search_fold_latin(public.search_plain(value)), 'أإآٱیکةى', 'اااايكهي') collate "und-x-icu"),
    '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Each word can be looked up with its article and without.
create function search_words(value text) returns text
    language sql immutable strict parallel safe
as $$
select public.search_typed(value) || case when value ~ 'ال' then regexp_replace(public.search_typed(value), ' و?ال(?=[\u0621-\u064A]{3})', ' ', 'g') else '' end
$$;

-- A trigram index answers `like '% beginning%'`.
create index published_articles_words_idx on published_articles using gin (public.search_words(headline) gin_trgm_ops);
create index contributors_words_idx on contributors using gin (public.search_words(name) gin_trgm_ops);
create index tags_words_idx on tags using gin (public.search_words(name) gin_trgm_ops);
create index sections_words_idx on sections using gin (public.search_words(name) gin_trgm_ops);
