-- Merging the words of a whole batch into the index takes a ninth of what it takes message by message. Whoever keeps words
-- merges them before it commits, so a search never has more than a batch of pending entries to go through.
alter index message_words_words set (fastupdate = on);

-- Only its owner may clean an index, and the product may run as somebody else.
create function merge_message_words() returns void language sql security definer set search_path = pg_catalog
    begin atomic
    select gin_clean_pending_list('public.message_words_words'::regclass);
    end;
