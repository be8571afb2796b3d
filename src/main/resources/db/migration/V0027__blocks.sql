-- Customers whom a business number has blocked at WhatsApp, as far as we know. Whoever calls WhatsApp to change it first
-- takes the row for a while, so that two calls never overtake each other.
create table contact_block (
    workspace_id uuid not null,
    contact_id uuid not null,
    business_number_id uuid not null,
    blocked boolean not null default false,
    -- Whether WhatsApp has said so; false while a call's end is not known.
    confirmed boolean not null default false,
    blocked_at timestamptz,
    blocked_by uuid,
    claimed_by uuid,
    claimed_until timestamptz,
    primary key (workspace_id, contact_id, business_number_id),
    foreign key (workspace_id, contact_id) references contact,
    foreign key (workspace_id, business_number_id) references business_number,
    foreign key (workspace_id, blocked_by) references workspace_user,
    check (blocked = (blocked_at is not null)),
    check ((claimed_by is null) = (claimed_until is null))
);

-- Whoever may do everything may do this from the beginning.
update role set permissions = array_append(permissions, 'CONTACT_BLOCK')
where 'ADMINISTRATE' = any(permissions) and not 'CONTACT_BLOCK' = any(permissions);

-- When WhatsApp told that the customer has changed to the number shown; null when it is the first one known.
alter table contact add column phone_told_at timestamptz;
