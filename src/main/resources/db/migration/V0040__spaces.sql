-- A space: a saved filter with a label. Its filter is kept as it was written, so that ME, MY_TEAMS and relative dates
-- mean something else for each viewer.
create table space (
    workspace_id uuid not null references workspace,
    id uuid not null,
    label text not null check (length(label) between 1 and 60),
    filter jsonb not null check (jsonb_typeof(filter) = 'object'),
    search text check (length(search) between 1 and 200),
    sort text not null default 'LAST_ACTIVITY' check (length(sort) between 1 and 50),
    -- Who made it; null for those that every workspace begins with.
    owner_id uuid,
    version integer not null default 1 check (version > 0),
    created_at timestamptz not null default now(),
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references workspace_user
);
create index space_owner on space (workspace_id, owner_id);

-- Who besides its owner sees a space: a user, a team, a role or everyone. Seeing a space gives no access to a chat.
create table space_share (
    workspace_id uuid not null,
    space_id uuid not null,
    -- The order in which the shares were written.
    place smallint not null check (place between 1 and 50),
    user_id uuid,
    team_id uuid,
    role_id uuid,
    everyone boolean not null,
    may_edit boolean not null default false,
    primary key (workspace_id, space_id, place),
    unique nulls not distinct (workspace_id, space_id, user_id, team_id, role_id),
    foreign key (workspace_id, space_id) references space on delete cascade,
    foreign key (workspace_id, user_id) references workspace_user on delete cascade,
    foreign key (workspace_id, team_id) references team on delete cascade,
    foreign key (workspace_id, role_id) references role on delete cascade,
    check (num_nonnulls(user_id, team_id, role_id) = case when everyone then 0 else 1 end)
);
create index space_share_user on space_share (workspace_id, user_id, space_id) where user_id is not null;
create index space_share_team on space_share (workspace_id, team_id, space_id) where team_id is not null;
create index space_share_role on space_share (workspace_id, role_id, space_id) where role_id is not null;
create index space_share_everyone on space_share (workspace_id, space_id) where everyone;

-- How a viewer arranged the spaces they see. Those without a row come after the others, by label.
create table space_arrangement (
    workspace_id uuid not null,
    user_id uuid not null,
    space_id uuid not null,
    place integer not null check (place > 0),
    pinned boolean not null,
    is_default boolean not null,
    primary key (workspace_id, user_id, space_id),
    foreign key (workspace_id, user_id) references workspace_user on delete cascade,
    foreign key (workspace_id, space_id) references space on delete cascade
);
create unique index space_arrangement_default on space_arrangement (workspace_id, user_id) where is_default;
create index space_arrangement_space on space_arrangement (workspace_id, space_id);

-- What every workspace begins with. A trigger, because whoever runs an installation makes workspaces in their own way.
create function begin_with_spaces(new_workspace uuid) returns void language sql as $$
    with beginning (label, filter) as (
        values
            ('Unreplied', '{"all": [{"rule": {"field": "status", "operator": "EQ", "values": ["OPEN"]}},
                {"rule": {"field": "lastMessageDirection", "operator": "EQ", "values": ["INCOMING"]}}]}'::jsonb),
            ('Unassigned', '{"all": [{"rule": {"field": "status", "operator": "EQ", "values": ["OPEN"]}},
                {"rule": {"field": "assignee", "operator": "IS_EMPTY", "values": []}}]}'),
            ('Mine', '{"all": [{"rule": {"field": "status", "operator": "EQ", "values": ["OPEN"]}},
                {"rule": {"field": "assignee", "operator": "EQ", "values": ["ME"]}}]}')),
    made as (
        insert into space (workspace_id, id, label, filter)
        select new_workspace, gen_random_uuid(), label, filter from beginning
        returning id)
    insert into space_share (workspace_id, space_id, place, everyone) select new_workspace, id, 1, true from made
$$;
create function workspace_begins() returns trigger language plpgsql as $$
begin
    perform begin_with_spaces(new.id);
    return null;
end
$$;
create trigger workspace_begins after insert on workspace for each row execute function workspace_begins();
select begin_with_spaces(id) from workspace;
