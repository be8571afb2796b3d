-- When a session window must be looked at next, to tell that it closes or has closed; null when that was told. A new
-- message may leave it as it is: it is then too early, never too late, and whoever looks moves it on. That way a burst
-- of messages writes to no index.
alter table session_window
    add column look_at timestamptz,
    -- The expires_at for which it was told that the window closes.
    add column closing_told_for timestamptz;
update session_window set look_at = now() where expires_at > now();
alter table session_window alter column look_at set default now();
-- Room for the update of each message beside the row it replaces.
alter table session_window set (fillfactor = 85);
create index session_window_look on session_window (workspace_id, look_at) where look_at is not null;

-- Until when all messages to a customer who came through an advertisement are free. Apart from session_window: WhatsApp
-- may tell of it before the customer's own message has come.
create table free_entry_point (
    workspace_id uuid not null,
    business_number_id uuid not null,
    contact_id uuid not null,
    expires_at timestamptz not null,
    primary key (workspace_id, business_number_id, contact_id),
    foreign key (workspace_id, business_number_id) references business_number,
    foreign key (workspace_id, contact_id) references contact
);
-- A merge moves them with their contact.
create index free_entry_point_contact on free_entry_point (workspace_id, contact_id);

-- What a status tells of it, so that it is known whenever the status' message is.
alter table receipt add column free_entry_until timestamptz;
