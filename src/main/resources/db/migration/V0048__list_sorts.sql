-- The chats whose customer waits, in the order in which a list puts them that has the longest wait first.
create index chat_waiting_since on chat (workspace_id, waiting_since, id) where waiting_since is not null;
