-- How words are found in texts: one configuration a language that PostgreSQL has, which also leaves accents out.
-- `inbox_simple` knows no grammar: a word is found as it is written.
do $$
declare
    known record;
begin
    for known in
        select c.cfgname as name, d.dictname as dictionary
        from pg_ts_config c
        join pg_ts_config_map m on m.mapcfg = c.oid and m.maptokentype = 2 and m.mapseqno = 1
        join pg_ts_dict d on d.oid = m.mapdict
        where c.cfgnamespace = 'pg_catalog'::regnamespace
    loop
        execute format('create text search configuration public.%I (copy = pg_catalog.%I)',
            'inbox_' || known.name, known.name);
        execute format('alter text search configuration public.%I alter mapping for word with public.unaccent, pg_catalog.%I',
            'inbox_' || known.name, known.dictionary);
        execute format('alter text search configuration public.%I alter mapping for numword with public.unaccent, pg_catalog.simple',
            'inbox_' || known.name);
    end loop;
end $$;

create function search_configuration(language text) returns regconfig
    language sql stable strict parallel safe
    return ('public.inbox_' || language)::regconfig;

-- A text in which only blanks part words, so that AB-1234 is found by 1234 and lena@shop.example by shop. It has as many
-- characters as the normalised text: what is found at a place of one is at that place of the other.
create function search_plain(written text) returns text
    language sql immutable strict parallel safe
    return translate(normalize(written, nfc), E'-_/.:@,;+#=&%$!?()[]{}<>|~*^`''"\\\x02\x03', repeat(' ', 34));

-- What somebody looks for: all words, "phrases" in quotes, -words that must not be there, `or` between two words.
create function search_query(language text, written text) returns tsquery
    language sql stable strict parallel safe
    return websearch_to_tsquery(search_configuration(language), regexp_replace(
        translate(normalize(written, nfc), E'“”„»«_/.:@,;+#=&%$!?()[]{}<>|~*^`''\\\x02\x03', '"""""' || repeat(' ', 32)),
        '(\S)-+', '\1 ', 'g'));

-- Everything of a message that people read: its text or caption, the titles and names in its content, the answers of a
-- form, the names of its files. Nothing of a revoked one.
create function message_says(m message) returns text
    language sql stable strict parallel safe
    return case when m.revoked_at is not null then '' else left(concat_ws(E'\n',
        nullif(m.text, ''),
        case when m.content <> '{}' and m.type <> 'UNSUPPORTED' then (
            select string_agg(distinct part #>> '{}', E'\n')
            from jsonb_path_query(m.content - '{raw,referral,referredProduct,errors,notice}'::text[],
                'strict $.** ? (@.type() == "object").keyvalue() ? (@.value.type() == "string" && @.key
                    like_regex "^(text|title|description|body|header|footer|caption|name|formatted_name|company|address)$").value')
                part
            where part #>> '{}' is distinct from m.text) end,
        case when m.content ? 'answers' then (
            select string_agg(answer #>> '{}', E'\n')
            from jsonb_path_query(m.content, 'strict $.answers.** ? (@.type() == "string")') answer) end,
        (select string_agg(a.file_name, E'\n' order by a.id) from attachment a
            where a.workspace_id = m.workspace_id and a.message_id = m.id and a.file_name <> '')), 20000) end;

create function message_words(language text, m message) returns tsvector
    language sql stable strict parallel safe
    return to_tsvector(search_configuration(language), search_plain(message_says(m)));

-- In which language a workspace's messages are searched; null for the installation's.
alter table workspace add column search_language text check (search_language ~ '^[a-z_]{1,40}$');

-- How far the words of a workspace's messages are kept. Those of messages from walked_to on are, and of all that came or
-- changed since; the others follow in the background. Null when nothing is left to do.
create table message_search (
    workspace_id uuid primary key references workspace,
    language text not null,
    walked_to uuid
);

-- The words of every message that has any. Apart from the messages, which are written in a hurry and changed with every
-- status. A message leads to its row within about a second; see message_unindexed.
create table message_words (
    workspace_id uuid not null,
    message_id uuid not null,
    chat_id uuid not null,
    sent_at timestamptz not null,
    words tsvector not null,
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references message on delete cascade
);
create index message_words_newest on message_words (workspace_id, sent_at desc, message_id desc);
create index message_words_chat on message_words (workspace_id, chat_id, sent_at desc, message_id desc);
-- Written in the background only, so nobody waits for it; a list of pending entries would have to be searched each time.
create index message_words_words on message_words using gin (words) with (fastupdate = off);

-- Messages whose words are not kept yet, or no more what they say. A message may be in it several times.
create table message_unindexed (
    workspace_id uuid not null,
    position bigint not null generated always as identity,
    message_id uuid not null,
    queued_at timestamptz not null default now(),
    primary key (workspace_id, position)
);

create function queue_new_messages() returns trigger language plpgsql as $$
begin
    insert into message_unindexed (workspace_id, message_id) select workspace_id, id from stored;
    return null;
end $$;
create trigger message_stored after insert on message referencing new table as stored
    for each statement execute function queue_new_messages();

create function queue_changed_message() returns trigger language plpgsql as $$
begin
    insert into message_unindexed (workspace_id, message_id) values (new.workspace_id, new.id);
    return null;
end $$;
-- Statuses change far more often than what a message says, and do not get here.
create trigger message_changed after update on message for each row
    when (old.text is distinct from new.text or old.type <> new.type or old.sent_at <> new.sent_at
        or old.revoked_at is distinct from new.revoked_at or old.content <> new.content)
    execute function queue_changed_message();
