-- Counts what stands in the ledger field by field, and lists one field of it.
create index webhook_item_field on webhook_item (workspace_id, state, field, id);
