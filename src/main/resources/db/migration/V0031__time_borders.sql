-- An open list whose filter speaks of time asks for the chats at which a moving moment has just passed: a narrow range
-- of one of these columns. last_activity_at and waiting_since have an index already.
create index chat_inbound on chat (workspace_id, last_inbound_at);
create index chat_started on chat (workspace_id, started_at);
create index session_window_expiry on session_window (workspace_id, expires_at);
