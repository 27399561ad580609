-- Analysis: one immutable function per step, used for documents, queries and highlights alike.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- The stock unaccent() is only stable, because its dictionary could be changed; ours is the shipped one.
create function search_unaccent(value text) returns text
    language sql immutable strict parallel safe
    set search_path = public, pg_catalog
as $$ select public.unaccent('public.unaccent'::regdictionary, value) $$;

-- Arabic as typed: tashkeel and tatweel out, hamza seats and Persian letters folded, digits folded, a final heh after three letters read as taa marbuta.
create function search_fold_arabic(value text) returns text
    language sql immutable strict parallel safe
as $$
select regexp_replace(
    translate(
        regexp_replace(value, '[\u064B-\u065F\u0670\u0640]', '', 'g'),
        'أإآٱیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
        'ااااىك01234567890123456789'),
    '([\u0621-\u064A]{3})ه(?![\u0621-\u064A])', '\1ة', 'g')
$$;

-- Latin as typed: U.S. and 1,000 joined, accents out.
create function search_fold_latin(value text) returns text
    language sql immutable strict parallel safe
as $$
select regexp_replace(
    regexp_replace(
        search_unaccent(value),
        '\m([A-Za-z])\.(?=[A-Za-z](\.|\M))', '\1', 'g'),
    '(\d),(?=\d{3})', '\1', 'g')
$$;

create function search_configuration(language text) returns regconfig
    language sql immutable strict parallel safe
as $$
select case split_part(language, '-', 1)
    when 'ar' then 'arabic' when 'da' then 'danish' when 'nl' then 'dutch' when 'fi' then 'finnish' when 'fr' then 'french'
    when 'de' then 'german' when 'el' then 'greek' when 'hu' then 'hungarian' when 'id' then 'indonesian' when 'it' then 'italian'
    when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian' when 'es' then 'spanish'
    when 'sv' then 'swedish' when 'tr' then 'turkish' when 'en' then 'english'
    else 'simple'
end::regconfig
$$;

create function search_fold(language text, value text) returns text
    language sql immutable strict parallel safe
as $$ select case when split_part(language, '-', 1) = 'ar' then search_fold_arabic(search_fold_latin(value)) else search_fold_latin(value) end $$;

create function search_analyse(language text, value text) returns tsvector
    language sql immutable strict parallel safe
as $$ select to_tsvector(search_configuration(language), search_fold(language, value)) $$;

-- What a story is found by: A headline, B deck, kicker and byline, D body.
create function search_document(language text, headline text, deck text, kicker text, byline text, body text) returns tsvector
    language sql immutable parallel safe
as $$
select setweight(search_analyse(language, headline), 'A')
    || setweight(search_analyse(language, concat_ws(' ', kicker, deck, byline)), 'B')
    || setweight(search_analyse(language, body), 'D')
$$;
