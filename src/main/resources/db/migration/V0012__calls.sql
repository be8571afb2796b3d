-- What WhatsApp told of a call, each word once. The chat's entry of the call is made of them.
create table call_event (
    workspace_id uuid not null,
    business_number_id uuid not null,
    provider_call_id text not null,
    -- CONNECT, TERMINATE, or a status such as RINGING, ACCEPTED and REJECTED; words we do not know are kept.
    word text not null,
    occurred_at timestamptz not null,
    -- Since when the two talked; null when nobody answered, or when this word does not tell.
    talking_since timestamptz,
    seconds integer,
    primary key (workspace_id, business_number_id, provider_call_id, word),
    foreign key (workspace_id, business_number_id) references business_number
);
