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
    enqueued_at timestamptz not null default now(),
    due_at timestamptz not null,
    -- Calls made since it was enqueued, without those that only found the whole number paused.
    attempts integer not null default 0,
    claimed_by uuid,
    claimed_at timestamptz check ((state = 'READY') = (claimed_at is null)),
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references message
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
-- The queue serves all workspaces of an installation. Each business number is a lane of its own, so that the backlog of
-- one never stands before the messages of another.
create index delivery_lane on delivery (business_number_id, due_at, place) where state = 'READY';
create index delivery_chat on delivery (workspace_id, chat_id, place);
create index delivery_claimed on delivery (claimed_at) where state <> 'READY';

-- Every call to the carrier, written before the call. Without a foreign key to the message: checking it would lock the
-- message after its delivery, against the order in which everybody else locks the two.
create table delivery_attempt (
    workspace_id uuid not null,
    message_id uuid not null,
    attempt integer not null check (attempt > 0),
    started_at timestamptz not null,
    settled_at timestamptz,
    outcome text not null default 'CALLING'
        check (outcome in ('CALLING', 'ACCEPTED', 'RETRY', 'REFUSED', 'PAUSED', 'UNKNOWN')),
    error jsonb,
    primary key (workspace_id, message_id, attempt)
);
