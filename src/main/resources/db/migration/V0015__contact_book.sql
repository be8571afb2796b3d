create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- What names are compared by: no accents, no case. The dictionary is named, so the result depends on nothing else.
create function search_text(written text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, written));

alter table contact
    -- What users call the customer; null when they have not said. Wins over what WhatsApp tells.
    add column given_name text check (length(given_name) between 1 and 200),
    add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
    add column display_name text not null generated always as (coalesce(given_name, name)) stored,
    add column search_name text collate "C" not null
        generated always as (search_text(coalesce(given_name, name))) stored,
    add column digits text collate "C" generated always as (nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored;

-- Any part of a name. Without the workspace, which makes it slower for a large one.
create index contact_search on contact using gin (search_name gin_trgm_ops);
create index contact_names on contact (workspace_id, search_name, id);
create index contact_digits on contact (workspace_id, digits text_pattern_ops);
create index contact_last_digits on contact (workspace_id, reverse(digits) text_pattern_ops);
