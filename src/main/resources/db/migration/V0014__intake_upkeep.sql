-- When WhatsApp last told anything about a business number. Apart from business_number, so that what is written every
-- few seconds does not bloat what every webhook reads.
create table business_number_pulse (
    workspace_id uuid not null,
    business_number_id uuid not null,
    last_webhook_at timestamptz not null,
    primary key (workspace_id, business_number_id),
    foreign key (workspace_id, business_number_id) references business_number on delete cascade
) with (fillfactor = 50);

-- A place in a body has one row in the ledger, however often the body is read again.
create unique index webhook_item_place on webhook_item (workspace_id, delivery_id, path);
drop index webhook_item_delivery;
