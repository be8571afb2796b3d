-- A deed on many chats, done one chat at a time.
create table bulk_job (
    workspace_id uuid not null references workspace,
    id uuid not null,
    user_id uuid not null,
    client_request_id text not null check (length(client_request_id) between 1 and 100),
    -- What was asked for, to tell the same request from another one with the same id.
    request text not null,
    deed text not null,
    arguments jsonb not null check (jsonb_typeof(arguments) = 'object'),
    state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    total integer not null check (total between 0 and 10000),
    created_at timestamptz not null,
    finished_at timestamptz check ((state = 'RUNNING') = (finished_at is null)),
    primary key (workspace_id, id),
    unique (workspace_id, user_id, client_request_id),
    foreign key (workspace_id, user_id) references workspace_user
);
create index bulk_job_running on bulk_job (created_at, workspace_id, id) where state = 'RUNNING';
create index bulk_job_finished on bulk_job (finished_at) where finished_at is not null;

-- What became of each chat. It may name a chat that does not exist: that is refused like one that is not visible.
create table bulk_chat (
    workspace_id uuid not null,
    job_id uuid not null,
    chat_id uuid not null,
    state text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'REFUSED')),
    code text check ((state = 'REFUSED') = (code is not null)),
    primary key (workspace_id, job_id, chat_id),
    foreign key (workspace_id, job_id) references bulk_job on delete cascade
);
create index bulk_chat_pending on bulk_chat (workspace_id, job_id, chat_id) where state = 'PENDING';
