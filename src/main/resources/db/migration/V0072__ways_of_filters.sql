-- What filters find beside the chat itself. Each index is made while the product goes on writing, hence the form: what
-- an interrupted try left behind goes first.

-- The newest outgoing message of a chat, and the chats to which one went at a time. Customers' messages write to neither.
drop index concurrently if exists message_outgoing;
create index concurrently message_outgoing on message (workspace_id, chat_id, sent_at, seq) where direction = 'OUTGOING';
drop index concurrently if exists message_outgoing_time;
create index concurrently message_outgoing_time on message (workspace_id, sent_at) where direction = 'OUTGOING';

-- Who of the users wrote in a chat.
drop index concurrently if exists message_writer;
create index concurrently message_writer on message (workspace_id, chat_id, sender_user_id)
    where sender_user_id is not null;

-- The chats that were closed at a time. Those that are not closed, which messages change, are not in it.
drop index concurrently if exists chat_closed;
create index concurrently chat_closed on chat (workspace_id, closed_at) where closed_at is not null;

-- Customers by their country and by their user name.
drop index concurrently if exists contact_country;
create index concurrently contact_country on contact (workspace_id, phone_country(digits));
drop index concurrently if exists contact_username;
create index concurrently contact_username on contact
    (workspace_id, nullif(lower(username collate "pg_c_utf8"), '') text_pattern_ops) where username is not null;
