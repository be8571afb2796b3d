alter table contact
    -- What the address book of the WhatsApp Business app calls the customer; null when they are not in it.
    add column book_name text check (length(book_name) between 1 and 200),
    add column book_told_at timestamptz,
    -- Whether the customer told WhatsApp that they want no marketing messages from us.
    add column marketing_opt_out boolean not null default false,
    add column marketing_told_at timestamptz,
    add check (not marketing_opt_out or marketing_told_at is not null);

-- Users' own name for a customer wins over the address book, the address book over what the customer calls themselves.
alter table contact
    alter column display_name set expression as (coalesce(given_name, book_name, name)),
    alter column search_name set expression as (search_text(coalesce(given_name, book_name, name)));
