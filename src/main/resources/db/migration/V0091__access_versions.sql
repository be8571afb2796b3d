-- Counts the changes of who may see and do what in a workspace: a viewer who was read a moment ago is still the same while
-- the count is. The database counts, so that it counts whatever is changed and by whom.
alter table workspace add column access_version bigint not null default 1;

create function count_access_change() returns trigger language plpgsql as $$
begin
    update workspace set access_version = access_version + 1 where id in (old.workspace_id, new.workspace_id);
    return null;
end $$;

-- Nobody can have been known as a user who is only now added.
create trigger access_changed after update of subject, role_id, active, time_zone or delete on workspace_user for each row
    execute function count_access_change();
create trigger access_changed after update of permissions, chat_access, all_inboxes or delete on role for each row
    execute function count_access_change();
create trigger access_changed after insert or update or delete on role_inbox for each row
    execute function count_access_change();
create trigger access_changed after insert or update or delete on team_user for each row
    execute function count_access_change();

create function count_time_zone_change() returns trigger language plpgsql as $$
begin
    new.access_version := old.access_version + 1;
    return new;
end $$;
create trigger time_zone_changed before update of time_zone on workspace for each row
    execute function count_time_zone_change();
