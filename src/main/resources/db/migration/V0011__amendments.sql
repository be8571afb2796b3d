-- An edit or a revocation is an annotation of the message with target_provider_id: the newest edit counts, and a
-- revocation before every edit.
create table amendment (
    workspace_id uuid not null,
    business_number_id uuid not null,
    -- The amendment's own Meta id.
    provider_message_id text not null,
    target_provider_id text not null,
    -- Only its author may amend a message, so the amendment goes the same way.
    direction text not null check (direction in ('INCOMING', 'OUTGOING')),
    kind text not null check (kind in ('EDIT', 'REVOKE')),
    -- What the message says after an edit.
    text text,
    amended_at timestamptz not null,
    primary key (workspace_id, business_number_id, provider_message_id),
    foreign key (workspace_id, business_number_id) references business_number
);
create index amendment_target on amendment (workspace_id, business_number_id, target_provider_id);

alter table message
    add column edited_at timestamptz,
    -- From then on text and content are empty and the files are not shown.
    add column revoked_at timestamptz,
    -- Text and content before the first amendment; what it said in between stands in the amendments.
    add column original jsonb,
    add check (original is not null or edited_at is null and revoked_at is null);
