-- The smallest honest equivalent of taking one message in: a ledger row, a message, its chat moved to the top, and one
-- line of a change log, in one transaction of one statement, with the list's indexes in place.
set client_min_messages = warning;
drop schema if exists bench cascade;
create schema bench;
set search_path = bench;
create table chat (workspace_id uuid, id int, status text default 'OPEN', assignee_id uuid, inbox_id int default 1,
    unread_count int default 0, last_activity_at timestamptz default now(), primary key (workspace_id, id))
    with (fillfactor = 85);
insert into chat (workspace_id, id) select '00000000-0000-0000-0000-000000000001', i from generate_series(1, 10000) i;
create index on chat (workspace_id, last_activity_at desc, id desc);
create index on chat (workspace_id, status, last_activity_at desc, id desc);
create index on chat (workspace_id, assignee_id, last_activity_at desc, id desc);
create index on chat (workspace_id, inbox_id, status, last_activity_at desc, id desc);
create index on chat (workspace_id, last_activity_at desc, id desc) where unread_count > 0;
create table message (workspace_id uuid, id uuid default gen_random_uuid(), chat_id int, direction text, type text,
    body text, content jsonb default '{}', provider_message_id text, sent_at timestamptz default now(),
    primary key (workspace_id, id), foreign key (workspace_id, chat_id) references chat);
create unique index on message (workspace_id, provider_message_id);
create index on message (workspace_id, chat_id, sent_at);
create table ledger (workspace_id uuid, id uuid default gen_random_uuid(), received_at timestamptz default now(),
    body bytea, primary key (workspace_id, id));
create table change (workspace_id uuid, position bigint generated always as identity, type text, chat_id int,
    message_id uuid, primary key (workspace_id, position));
analyze;
