create table chat_attribute (
    workspace_id uuid not null references workspace,
    id uuid not null,
    key text collate "C" not null check (key ~ '^[a-z][a-zA-Z0-9_]{0,39}$'),
    label text not null check (length(label) between 1 and 60),
    description text check (length(description) between 1 and 500),
    type text not null check (type in ('TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'DATETIME', 'ENUM', 'MULTI_ENUM', 'URL',
        'EMAIL', 'PHONE', 'USER')),
    -- Of enumerations: [{"key", "label", "retired"}]. None ever goes, because chats may have it.
    options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
    required boolean not null default false,
    default_values text[] not null default '{}',
    -- Since when it is being taken off its chats, a batch at a time. The row goes once no chat has a value.
    deleted_at timestamptz,
    primary key (workspace_id, id)
);
create unique index chat_attribute_key on chat_attribute (workspace_id, key) where deleted_at is null;
create index chat_attribute_deleted on chat_attribute (workspace_id, id) where deleted_at is not null;

-- What a chat has for an attribute: one column by type. A chat without a value has no row.
create table chat_attribute_value (
    workspace_id uuid not null,
    chat_id uuid not null,
    attribute_id uuid not null,
    -- TEXT, URL, EMAIL and PHONE
    text text check (length(text) between 1 and 500),
    number numeric,
    flag boolean,
    -- DATETIME, and DATE as its first moment in UTC
    moment timestamptz,
    user_id uuid,
    -- The option's key of an ENUM, the options' keys of a MULTI_ENUM
    word text collate "C",
    words text[] check (cardinality(words) > 0),
    primary key (workspace_id, chat_id, attribute_id),
    foreign key (workspace_id, chat_id) references chat on delete cascade,
    foreign key (workspace_id, attribute_id) references chat_attribute,
    foreign key (workspace_id, user_id) references workspace_user,
    check (num_nonnulls(text, number, flag, moment, user_id, word, words) = 1)
);
-- Apart from the chats, so that a message costs no more for a chat with attributes. Filters enter here by one value.
create index chat_attribute_value_text on chat_attribute_value
    (workspace_id, attribute_id, nullif(lower(text collate "pg_c_utf8"), '')) where text is not null;
create index chat_attribute_value_number on chat_attribute_value (workspace_id, attribute_id, number)
    where number is not null;
create index chat_attribute_value_moment on chat_attribute_value (workspace_id, attribute_id, moment)
    where moment is not null;
create index chat_attribute_value_user on chat_attribute_value (workspace_id, attribute_id, user_id)
    where user_id is not null;
create index chat_attribute_value_word on chat_attribute_value (workspace_id, attribute_id, word)
    where word is not null;
-- For taking a deleted attribute off its chats.
create index chat_attribute_value_attribute on chat_attribute_value (workspace_id, attribute_id);
