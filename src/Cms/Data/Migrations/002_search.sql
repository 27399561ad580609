-- Functions are named with their schema, because autovacuum runs index expressions with a bare search path.
-- Analysis: one immutable function per step, used for documents, queries, highlights and suggestions alike. Those that choose by `case` are not
-- called strict, though nothing comes of nothing: a strict one with a choice in it is never inlined, which makes a headline six times as dear.
-- The seldom chosen are, so that what is inlined stays short.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- The stock unaccent() is only stable, because its dictionary could be changed; ours is the shipped one.
create function search_unaccent(value text) returns text
    language sql immutable strict parallel safe
as $$ select public.unaccent('public.unaccent'::regdictionary, value) $$;

-- As typed in any language: marks that nobody sees and tashkeel and tatweel out, digits as in Latin, then accents out.
create function search_level(value text) returns text
    language sql immutable strict parallel safe
as $$
select public.search_unaccent(regexp_replace(
    -- To look for such a digit costs a tenth of replacing it, and most texts have none.
    case when value ~ '[٠-٩۰-۹٬٫]' then translate(value, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫', '01234567890123456789,.') else value end,
    '[\u00AD\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]', '', 'g'))
$$;

-- Where all is ASCII nothing is to be done.
create function search_plain(value text) returns text
    language sql immutable parallel safe
as $$ select case when octet_length(value) = length(value) then value else public.search_level(value) end $$;

-- Words as they are counted: U.S. and 1,000 joined; hyphens, slashes and other dots break, so that no word hides in a compound,
-- a path or a host name; al- and el- before a name are no word of it; neither does any hide in what the parser would take for a tag or an entity.
create function search_fold_latin(value text) returns text
    language sql immutable strict parallel safe
as $$
select regexp_replace(
    regexp_replace(
        regexp_replace(value, '\m([A-Za-z])\.(?=[A-Za-z](\.|\M))', '\1', 'g'),
        '(\d),(?=\d{3})', '\1', 'g'),
    '\m[AaEe][Ll]-|\.(?!\d)|(?<!\d)\.|[-_/\\<>&]', ' ', 'g')
$$;

-- Arabic: hamza seats and Persian letters folded, a final heh after three letters read as taa marbuta. The article is cut off with what
-- stands before it, because the stock stemmer reads a word otherwise with an article than without, and not at all behind wa-l-;
-- a lone wa- it knows.
create function search_fold_arabic(value text) returns text
    language sql immutable strict parallel safe
as $$
select regexp_replace(
    regexp_replace(
        translate(value, 'أإآٱیک', 'ااااىك'),
        '([\u0621-\u064A]{3})ه(?![\u0621-\u064A])', '\1ة', 'g'),
    '\m[وف]?([بك]?ال|لل)(?=[\u0621-\u064A]{3})', '', 'g')
$$;

create function search_fold(value text) returns text
    language sql immutable parallel safe
as $$
select case
    when value ~ '[\u0600-\u06FF]' then public.search_fold_arabic(public.search_fold_latin(public.search_plain(value)))
    else public.search_fold_latin(public.search_plain(value))
end
$$;

-- A word is stemmed by its script: without accents a Latin word is ASCII and takes the stemmer of the language, and what is not ASCII is Arabic.
-- English and Arabic are therefore one configuration: a query of either, or of both, finds the words wherever they stand.
create text search configuration search_english (copy = pg_catalog.english);
alter text search configuration search_english alter mapping for word, hword, hword_part with pg_catalog.arabic_stem;

create function search_configuration(language text) returns regconfig
    language sql immutable strict parallel safe
as $$
select case lower(split_part(language, '-', 1))
    when 'en' then 'public.search_english' when 'ar' then 'public.search_english'
    when 'da' then 'pg_catalog.danish' when 'nl' then 'pg_catalog.dutch' when 'fi' then 'pg_catalog.finnish' when 'fr' then 'pg_catalog.french'
    when 'de' then 'pg_catalog.german' when 'el' then 'pg_catalog.greek' when 'hu' then 'pg_catalog.hungarian' when 'id' then 'pg_catalog.indonesian'
    when 'it' then 'pg_catalog.italian' when 'no' then 'pg_catalog.norwegian' when 'pt' then 'pg_catalog.portuguese'
    when 'ro' then 'pg_catalog.romanian'
    when 'ru' then 'pg_catalog.russian' when 'es' then 'pg_catalog.spanish' when 'sv' then 'pg_catalog.swedish' when 'tr' then 'pg_catalog.turkish'
    else 'pg_catalog.simple'
end::regconfig
$$;

create function search_analyse(language text, value text) returns tsvector
    language sql immutable parallel safe
as $$ select to_tsvector(public.search_configuration(language), public.search_fold(value)) $$;

-- What a story is found by: A headline, B deck, kicker and byline, D body.
-- Joined by operators: concat_ws is only stable, and a function that calls it is never inlined, which makes it a third dearer.
create function search_document(language text, headline text, deck text, kicker text, byline text, body text) returns tsvector
    language sql immutable parallel safe
as $$
select setweight(public.search_analyse(language, headline), 'A')
    || setweight(public.search_analyse(language, coalesce(kicker, '') || ' ' || coalesce(deck, '') || ' ' || coalesce(byline, '')), 'B')
    || setweight(public.search_analyse(language, body), 'D')
$$;

-- A query is put together from analysed parts, never from text in tsquery's own syntax.
create aggregate search_any(tsquery) (sfunc = tsquery_or, stype = tsquery, parallel = safe);
create aggregate search_all(tsquery) (sfunc = tsquery_and, stype = tsquery, parallel = safe);
