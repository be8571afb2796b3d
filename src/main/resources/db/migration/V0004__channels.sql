create table plugin (
    workspace_id uuid not null references workspace,
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    waba_id text not null,
    -- Encrypted with the installation's key. Several app secrets are accepted while one is being rotated.
    app_secrets bytea[] not null check (cardinality(app_secrets) between 1 and 5),
    verify_token bytea not null,
    access_token bytea not null,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id)
);

-- Leads a webhook's path to its plugin before any workspace is known: the one table whose key spans workspaces.
create table plugin_path (
    path text primary key check (path ~ '^[A-Za-z0-9_-]{1,64}$'),
    workspace_id uuid not null,
    plugin_id uuid not null,
    foreign key (workspace_id, plugin_id) references plugin
);

create table inbox (
    workspace_id uuid not null references workspace,
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    -- What a customer's message does after their chat was closed.
    after_close text not null default 'NEW_CHAT' check (after_close in ('NEW_CHAT', 'REOPEN')),
    primary key (workspace_id, id),
    unique (workspace_id, name)
);

create table business_number (
    workspace_id uuid not null references workspace,
    id uuid not null,
    plugin_id uuid not null,
    inbox_id uuid not null,
    -- Meta's phone_number_id.
    provider_number_id text not null,
    display_phone text not null,
    name text not null default '',
    primary key (workspace_id, id),
    unique (workspace_id, plugin_id, provider_number_id),
    foreign key (workspace_id, plugin_id) references plugin,
    foreign key (workspace_id, inbox_id) references inbox
);

-- The inboxes of a role whose inbox access is not "all".
create table role_inbox (
    workspace_id uuid not null,
    role_id uuid not null,
    inbox_id uuid not null,
    primary key (workspace_id, role_id, inbox_id),
    foreign key (workspace_id, role_id) references role on delete cascade,
    foreign key (workspace_id, inbox_id) references inbox on delete cascade
);
