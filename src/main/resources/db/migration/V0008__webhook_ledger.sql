-- Every webhook body with a good signature, byte for byte, so that it can be replayed.
create table webhook_delivery (
    workspace_id uuid not null,
    id uuid not null,
    plugin_id uuid not null,
    received_at timestamptz not null,
    body bytea not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, plugin_id) references plugin
);
create index webhook_delivery_age on webhook_delivery (workspace_id, received_at);

-- What of a body was not turned into chats, and why. A body without rows here was understood in full.
create table webhook_item (
    workspace_id uuid not null,
    id uuid not null,
    delivery_id uuid not null,
    -- Where in the body, such as entry[0].changes[1].value.messages[3].
    path text not null,
    field text not null,
    -- FAILED: malformed or refused by the store. KEPT: valid, but nothing in the product reads it yet.
    state text not null check (state in ('FAILED', 'KEPT')),
    reason text not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, delivery_id) references webhook_delivery on delete cascade
);
create index webhook_item_delivery on webhook_item (workspace_id, delivery_id);
create index webhook_item_state on webhook_item (workspace_id, state, id);
