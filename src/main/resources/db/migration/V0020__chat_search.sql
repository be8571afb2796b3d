-- Finding customers by any part of their name or number. A trigram index over the name alone beats one that begins with
-- the workspace; the folding is the one that filters use.
create extension if not exists pg_trgm;
create index contact_name_trigrams on contact using gin (lower(display_name collate "pg_c_utf8") gin_trgm_ops);
create index contact_phone_trigrams on contact using gin (phone gin_trgm_ops);

-- The few chats whose customer waits for an answer, in the order of the list.
create index chat_waiting_activity on chat (workspace_id, last_activity_at desc, id desc)
    where waiting_since is not null;
