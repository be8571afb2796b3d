create table tag (
    workspace_id uuid not null references workspace,
    id uuid not null,
    name text not null check (length(name) between 1 and 50),
    colour text not null default '#7f8c8d' check (colour ~ '^#[0-9a-f]{6}$'),
    primary key (workspace_id, id),
    unique (workspace_id, name)
);

-- The 24 hours after the customer's last message to a business number, whatever chats there are.
create table session_window (
    workspace_id uuid not null,
    business_number_id uuid not null,
    contact_id uuid not null,
    last_customer_message_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (workspace_id, business_number_id, contact_id),
    foreign key (workspace_id, business_number_id) references business_number,
    foreign key (workspace_id, contact_id) references contact
);

create table chat (
    workspace_id uuid not null references workspace,
    id uuid not null,
    business_number_id uuid not null,
    inbox_id uuid not null,
    contact_id uuid not null,
    status text not null default 'OPEN' check (status in ('OPEN', 'SNOOZED', 'CLOSED')),
    assignee_id uuid,
    team_id uuid,
    -- Incoming messages since the team last read the chat.
    unread_count integer not null default 0 check (unread_count >= 0),
    -- Somebody asked to come back to it although every message was read.
    marked_unread boolean not null default false,
    unread boolean not null generated always as (marked_unread or unread_count > 0) stored,
    -- The number of the newest message; messages of a chat are numbered 1, 2, 3, ... in the order they were stored.
    last_seq integer not null default 0 check (last_seq >= 0),
    last_message_id uuid,
    last_message_direction text check (last_message_direction in ('INCOMING', 'OUTGOING')),
    last_activity_at timestamptz not null,
    last_inbound_at timestamptz,
    -- Since when the customer waits for an answer; null when nobody waits.
    waiting_since timestamptz,
    started_at timestamptz not null,
    closed_at timestamptz check ((status = 'CLOSED') = (closed_at is not null)),
    primary key (workspace_id, id),
    foreign key (workspace_id, business_number_id) references business_number,
    foreign key (workspace_id, inbox_id) references inbox,
    foreign key (workspace_id, contact_id) references contact,
    foreign key (workspace_id, assignee_id) references workspace_user,
    foreign key (workspace_id, team_id) references team
) with (fillfactor = 85);
-- One chat at a time for a customer and a number, however many webhooks arrive at once.
create unique index chat_live on chat (workspace_id, business_number_id, contact_id) where status <> 'CLOSED';
create index chat_contact on chat (workspace_id, contact_id, business_number_id);
create index chat_activity on chat (workspace_id, last_activity_at desc, id desc);
create index chat_status_activity on chat (workspace_id, status, last_activity_at desc, id desc);
create index chat_assignee_activity on chat (workspace_id, assignee_id, last_activity_at desc, id desc);
create index chat_inbox_activity on chat (workspace_id, inbox_id, status, last_activity_at desc, id desc);
create index chat_unread_activity on chat (workspace_id, last_activity_at desc, id desc) where unread;

-- A chat's tags. last_activity_at copies the chat's, so that a list by tag is read in order from this table alone.
create table chat_tag (
    workspace_id uuid not null,
    chat_id uuid not null,
    tag_id uuid not null,
    last_activity_at timestamptz not null,
    primary key (workspace_id, chat_id, tag_id),
    foreign key (workspace_id, chat_id) references chat on delete cascade,
    foreign key (workspace_id, tag_id) references tag on delete cascade
);
create index chat_tag_activity on chat_tag (workspace_id, tag_id, last_activity_at desc, chat_id desc);

create table message (
    workspace_id uuid not null,
    id uuid not null,
    chat_id uuid not null,
    seq integer not null check (seq > 0),
    business_number_id uuid not null,
    direction text not null check (direction in ('INCOMING', 'OUTGOING')),
    type text not null,
    -- What a person reads first: a text's body, a caption, a button's title.
    text text,
    -- The rest, by type.
    content jsonb not null default '{}',
    sender_kind text not null check (sender_kind in ('CUSTOMER', 'USER', 'CHATBOT', 'BUSINESS_APP', 'SYSTEM')),
    sender_user_id uuid,
    -- When it was written, as far as known; never in the future.
    sent_at timestamptz not null,
    stored_at timestamptz not null default now(),
    -- Outgoing messages only. Moves forward only; see receipt for the history.
    status text check (status in ('QUEUED', 'SENT', 'DELIVERED', 'READ', 'PLAYED', 'FAILED')),
    failure jsonb,
    -- Meta's id (wamid); null until Meta accepted an outgoing message.
    provider_message_id text,
    -- The client's own key of a message it asked to send.
    client_message_id text check (length(client_message_id) between 1 and 100),
    reply_to_provider_id text,
    primary key (workspace_id, id),
    unique (workspace_id, chat_id, seq),
    foreign key (workspace_id, chat_id) references chat,
    foreign key (workspace_id, sender_user_id) references workspace_user,
    check ((direction = 'OUTGOING') = (status is not null))
);
-- What makes a message the same message, however often Meta sends it.
create unique index message_provider on message (workspace_id, business_number_id, provider_message_id)
    where provider_message_id is not null;
create unique index message_client on message (workspace_id, client_message_id) where client_message_id is not null;

-- A reaction is an annotation of the message with target_provider_id; an actor's newest one counts, no emoji takes back.
create table reaction (
    workspace_id uuid not null,
    business_number_id uuid not null,
    -- The reaction's own Meta id.
    provider_message_id text not null,
    target_provider_id text not null,
    actor text not null,
    emoji text,
    reacted_at timestamptz not null,
    primary key (workspace_id, business_number_id, provider_message_id),
    foreign key (workspace_id, business_number_id) references business_number
);
create index reaction_target on reaction (workspace_id, business_number_id, target_provider_id, actor, reacted_at desc);

-- Every status Meta reported, once. One that comes before its message waits here under Meta's id.
create table receipt (
    workspace_id uuid not null,
    business_number_id uuid not null,
    provider_message_id text not null,
    status text not null,
    occurred_at timestamptz not null,
    -- Tells the participants of a group apart; empty otherwise.
    participant text not null default '',
    -- For a failed one, why: what the message's failure becomes.
    failure jsonb,
    -- The status as Meta sent it.
    raw jsonb not null,
    received_at timestamptz not null default now(),
    primary key (workspace_id, business_number_id, provider_message_id, status, occurred_at, participant),
    foreign key (workspace_id, business_number_id) references business_number
);

-- A file that came with a message or goes out with one.
create table attachment (
    workspace_id uuid not null,
    id uuid not null,
    message_id uuid not null,
    kind text not null check (kind in ('IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'STICKER')),
    mime_type text,
    file_name text,
    sha256 text,
    voice boolean not null default false,
    animated boolean not null default false,
    provider_media_id text,
    provider_url text,
    state text not null default 'PENDING' check (state in ('PENDING', 'READY', 'FAILED')),
    primary key (workspace_id, id),
    foreign key (workspace_id, message_id) references message
);
create index attachment_message on attachment (workspace_id, message_id);
