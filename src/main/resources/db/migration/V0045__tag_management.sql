alter table tag
    add column description text check (length(description) between 1 and 500),
    -- Since when it is being taken off its chats, a batch at a time; until then they show it, but it is in no list of
    -- tags and cannot be put on a chat. The row goes once no chat has it.
    add column deleted_at timestamptz;

-- Names that differ only in case become different names.
with twin as (
    select workspace_id, id, row_number() over (
        partition by workspace_id, lower(name collate "pg_c_utf8") order by id) as place
    from tag)
update tag set name = left(tag.name, 43) || ' (' || twin.place || ')'
from twin where tag.workspace_id = twin.workspace_id and tag.id = twin.id and twin.place > 1;
alter table tag drop constraint tag_workspace_id_name_key;
create unique index tag_name on tag (workspace_id, lower(name collate "pg_c_utf8")) where deleted_at is null;
create index tag_deleted on tag (workspace_id, id) where deleted_at is not null;

update role set permissions = array_append(permissions, 'TAG_MANAGE')
where 'ADMINISTRATE' = any(permissions) and not 'TAG_MANAGE' = any(permissions);
