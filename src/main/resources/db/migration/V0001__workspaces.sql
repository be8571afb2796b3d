-- One customer organisation. Nothing crosses its border: every other table carries workspace_id first in its primary
-- key, its indexes and its foreign keys, so that the schema can be distributed by it without change.
create table workspace (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    created_at timestamptz not null default now()
);
