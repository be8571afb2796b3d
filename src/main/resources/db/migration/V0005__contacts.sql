create table contact (
    workspace_id uuid not null references workspace,
    id uuid not null,
    -- What the customer calls themselves on WhatsApp; empty when WhatsApp told no name.
    name text not null default '',
    -- E.164 with a leading +; unknown for a customer who shows only a user name.
    phone text,
    username text,
    created_at timestamptz not null default now(),
    primary key (workspace_id, id)
);

-- The ways to recognise a contact. A user name is not one of them: names change hands.
create table contact_identity (
    workspace_id uuid not null,
    kind text not null check (kind in ('WA_ID', 'BSUID', 'GROUP')),
    value text not null check (length(value) between 1 and 256),
    contact_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (workspace_id, kind, value),
    foreign key (workspace_id, contact_id) references contact
);
create index contact_identity_contact on contact_identity (workspace_id, contact_id);
