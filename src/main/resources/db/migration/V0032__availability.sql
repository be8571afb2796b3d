-- What users say of themselves, never guessed from a connection.
alter table workspace_user
    add column availability text not null default 'AVAILABLE' check (availability in ('AVAILABLE', 'AWAY'));
