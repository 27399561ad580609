-- Keys: stored hashed; the prefix is what people may see of them.

create table api_keys (
    id         uuid primary key,
    name       text not null constraint api_keys_name_check check (name <> '' and length(name) <= 100),
    prefix     text not null,
    hash       bytea not null constraint api_keys_hash_key unique,
    -- A rotated key's former secret opens until this time; there is at most one.
    previous_hash       bytea constraint api_keys_previous_hash_key unique,
    previous_expires_at timestamptz,
    scopes     text[] not null,
    version    integer not null default 1,
    -- True for the key that the setting Cms__BootstrapKey gave: another value of the setting revokes it.
    is_bootstrap boolean not null default false,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz,
    constraint api_keys_previous_check check ((previous_hash is null) = (previous_expires_at is null))
);
