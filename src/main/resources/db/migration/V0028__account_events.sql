-- What the carrier told about an account, its numbers and its templates: what administrators must know.
create table account_event (
    workspace_id uuid not null references workspace,
    id uuid not null,
    plugin_id uuid not null,
    -- The number it is about; null when it is about the whole account, or when the number is gone.
    business_number_id uuid,
    kind text not null check (length(kind) between 1 and 60),
    severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    summary text not null check (length(summary) between 1 and 1000),
    -- The template it is about.
    template_id text,
    template_name text,
    template_language text,
    -- As it came.
    detail jsonb not null check (jsonb_typeof(detail) = 'object'),
    -- The same for each delivery of the same telling.
    telling text collate "C" not null check (length(telling) between 1 and 100),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    primary key (workspace_id, id),
    unique (workspace_id, plugin_id, telling),
    foreign key (workspace_id, plugin_id) references plugin,
    foreign key (workspace_id, business_number_id) references business_number
        on delete set null (business_number_id)
);
create index account_event_time on account_event (workspace_id, occurred_at desc, id desc);
create index account_event_severity on account_event (workspace_id, severity, occurred_at desc, id desc);
create index account_event_number on account_event (workspace_id, business_number_id, occurred_at desc, id desc);

-- What the carrier told last about a number, aspect by aspect. Of two tellings the newer one stays; of two of the same
-- time the one with the greater key, so that the order in which they arrive decides nothing.
create table business_number_fact (
    workspace_id uuid not null,
    business_number_id uuid not null,
    aspect text not null check (aspect in ('QUALITY', 'MESSAGING_LIMIT', 'DISPLAY_NAME', 'DISPLAY_NAME_STATE',
        'USERNAME', 'THROUGHPUT', 'CONNECTION')),
    -- Null when the number has lost it, such as a user name.
    value text check (length(value) between 1 and 500),
    told_at timestamptz not null,
    telling text collate "C" not null,
    primary key (workspace_id, business_number_id, aspect),
    foreign key (workspace_id, business_number_id) references business_number on delete cascade
);

-- What the carrier told last about the account behind a plugin, by the same rule. No row: nothing bad was told.
create table plugin_status (
    workspace_id uuid not null,
    plugin_id uuid not null,
    state text not null check (state in ('ACTIVE', 'RESTRICTED', 'BAN_SCHEDULED', 'BANNED', 'DISCONNECTED', 'DELETED')),
    reason text check (length(reason) between 1 and 500),
    -- When a restriction ends or a ban begins.
    until timestamptz,
    told_at timestamptz not null,
    telling text collate "C" not null,
    primary key (workspace_id, plugin_id),
    foreign key (workspace_id, plugin_id) references plugin on delete cascade
);
