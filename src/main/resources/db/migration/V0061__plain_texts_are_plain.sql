-- Most messages are a text and nothing else. What they say is read without a query of its own, which was three quarters of
-- the work of making a message findable. These functions are written into the statements that use them: they are not
-- `strict`, because PostgreSQL does that with plain expressions only.
alter function message_says(message) rename to message_says_in_full;

create function message_says(m message) returns text
    language sql stable parallel safe
    return case
        when m.revoked_at is not null then ''
        when m.type = 'TEXT' and m.content = '{}' then left(coalesce(m.text, ''), 20000)
        else message_says_in_full(m) end;

create or replace function message_words(language text, m message) returns tsvector
    language sql stable parallel safe
    return to_tsvector(search_configuration(language), search_plain(message_says(m)));
