-- The dense sequence of a workspace. Its row is updated last in each writing transaction, so positions are in commit
-- order: no reader can skip a number that commits later. A restored or re-created database gets a new life.
create table change_head (
    workspace_id uuid primary key references workspace,
    life uuid not null default gen_random_uuid(),
    position bigint not null default 0 check (position >= 0),
    -- Positions up to here were removed by retention; a cursor before it is too old.
    trimmed_to bigint not null default 0 check (trimmed_to <= position)
) with (fillfactor = 20);

-- One committed fact. It holds references, never content: readers see content only after their access was checked.
create table change (
    workspace_id uuid not null,
    position bigint not null check (position > 0),
    type text not null,
    chat_id uuid,
    message_id uuid,
    -- Set when the fact concerns one user only.
    user_id uuid,
    detail jsonb not null default '{}',
    recorded_at timestamptz not null default now(),
    primary key (workspace_id, position)
);
create index change_age on change (workspace_id, recorded_at);
