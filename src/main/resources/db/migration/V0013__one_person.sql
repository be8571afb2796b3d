-- Two contacts that prove to be one person: the younger one's row stays and leads to the elder.
alter table contact
    add column merged_into uuid,
    add foreign key (workspace_id, merged_into) references contact;

-- In some countries a number has two forms. Replies go to the one the customer used last.
alter table contact_identity add column used_at timestamptz;
update contact_identity set used_at = created_at;
alter table contact_identity
    alter column used_at set default now(),
    alter column used_at set not null;
