-- An outgoing message on its way to the carrier. Settled rows are deleted, so the table stays small.
create table delivery (
    workspace_id uuid not null,
    message_id uuid not null,
    chat_id uuid not null,
    business_number_id uuid not null,
    -- READY: may be claimed when due. CALLING: a sender is talking to the carrier. UNKNOWN: the call began and nobody
    -- knows how it ended; only a status from the carrier or a person settles it.
    state text not null default 'READY' check (state in ('READY', 'CALLING', 'UNKNOWN')),
    place bigint generated always as identity,
    due_at timestamptz not null,
    attempts integer not null default 0,
    claimed_by uuid,
    claimed_at timestamptz check ((state = 'READY') = (claimed_at is null)),
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references message
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
-- The queue serves all workspaces of an installation.
create index delivery_due on delivery (due_at, place) where state = 'READY';
create index delivery_chat on delivery (workspace_id, chat_id, place);
create index delivery_claimed on delivery (claimed_at) where state <> 'READY';

create table delivery_attempt (
    workspace_id uuid not null,
    message_id uuid not null,
    attempt integer not null check (attempt > 0),
    started_at timestamptz not null,
    settled_at timestamptz,
    outcome text not null default 'CALLING'
        check (outcome in ('CALLING', 'ACCEPTED', 'RETRY', 'REFUSED', 'PAUSED', 'UNKNOWN')),
    error jsonb,
    primary key (workspace_id, message_id, attempt),
    foreign key (workspace_id, message_id) references message
);
