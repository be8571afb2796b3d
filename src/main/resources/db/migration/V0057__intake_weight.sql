-- What a message or a status costs the database beside its own row.

-- Only retention asked it, which asks for the oldest change by its position now.
drop index change_age;

-- Room for the statuses of a message beside the row they replace. None of its indexed columns changes with them.
alter table message set (fillfactor = 85);
