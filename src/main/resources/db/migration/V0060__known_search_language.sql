-- A language that PostgreSQL does not know is refused when somebody sets it; it was passed over before, unseen.
create function require_search_language() returns trigger language plpgsql as $$
begin
    perform search_configuration(new.search_language);
    return new;
end $$;
create trigger search_language_set before insert or update of search_language on workspace for each row
    when (new.search_language is not null) execute function require_search_language();
