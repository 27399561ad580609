-- Keys: stored hashed; the prefix is what people may see of them.

create table api_keys (
    id         uuid primary key,
    name       text not null constraint api_keys_name_check check (name <> '' and length(name) <= 100),
    prefix     text not null,
    hash       bytea not null constraint api_keys_hash_key unique,
    scopes     text[] not null,
    -- True for the key that the setting Cms__BootstrapKey gave: another value of the setting revokes it.
    is_bootstrap boolean not null default false,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz
);
