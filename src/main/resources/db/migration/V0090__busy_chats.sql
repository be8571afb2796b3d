-- Whoever looks after chats looks at the few that are open, unread or waiting, among all that they ever had. In one index
-- by assignee those were counted through the closed ones, and every message wrote into its great tree. Now they stand in
-- a small tree of their own; a message to a busy chat writes to that one only.
create index chat_assignee_busy on chat (workspace_id, assignee_id, last_activity_at desc, id desc)
    where status <> 'CLOSED' or unread or waiting_since is not null;
create index chat_assignee_rest on chat (workspace_id, assignee_id, last_activity_at desc, id desc)
    where status = 'CLOSED' and not unread and waiting_since is null;
drop index chat_assignee_activity;
