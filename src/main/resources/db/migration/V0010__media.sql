-- How an attachment's file comes to us. Until it is settled, next_attempt_at is when it may be fetched; whoever fetches
-- it moves that to the end of a lease, and settles it only while attempts is still the number of their own try.
alter table attachment
    add column imported boolean not null default false,
    add column received_at timestamptz not null default now(),
    add column next_attempt_at timestamptz not null default now(),
    add column attempts integer not null default 0,
    -- What the file really is, as opposed to the sender's claim in mime_type.
    add column detected_type text,
    add column size bigint check (size > 0),
    add column thumbnail_size bigint check (thumbnail_size > 0),
    add column failure text check ((state = 'FAILED') = (failure is not null)),
    add check ((state = 'READY') = (size is not null and detected_type is not null));

-- The queue serves all workspaces of an installation; what came live goes before what was imported.
create index attachment_due on attachment (imported, next_attempt_at) where state = 'PENDING';
