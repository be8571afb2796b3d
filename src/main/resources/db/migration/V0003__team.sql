create table role (
    workspace_id uuid not null references workspace,
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    permissions text[] not null default '{}',
    chat_access text not null check (chat_access in ('ALL', 'MATCH_ASSIGNEE', 'MATCH_ASSIGNEE_OR_UNASSIGNED', 'MATCH_TEAM')),
    all_inboxes boolean not null default true,
    primary key (workspace_id, id),
    unique (workspace_id, name)
);

create table workspace_user (
    workspace_id uuid not null references workspace,
    id uuid not null,
    -- The token's subject: who the OIDC provider says this is.
    subject text not null,
    name text not null check (length(name) between 1 and 200),
    email text,
    role_id uuid not null,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id),
    unique (workspace_id, subject),
    foreign key (workspace_id, role_id) references role
);
-- Sign-in knows the subject before it knows the workspace.
create index workspace_user_subject on workspace_user (subject);

create table team (
    workspace_id uuid not null references workspace,
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    primary key (workspace_id, id),
    unique (workspace_id, name)
);

create table team_user (
    workspace_id uuid not null,
    team_id uuid not null,
    user_id uuid not null,
    primary key (workspace_id, team_id, user_id),
    foreign key (workspace_id, team_id) references team on delete cascade,
    foreign key (workspace_id, user_id) references workspace_user on delete cascade
);
create index team_user_user on team_user (workspace_id, user_id);
