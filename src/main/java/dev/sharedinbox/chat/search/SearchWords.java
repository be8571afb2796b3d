package dev.sharedinbox.chat.search;

import dev.sharedinbox.platform.sql.Sql;

/// What to look for, as PostgreSQL understood it.
///
/// @param language whose grammar the words of the workspace are kept by
/// @param query the text form of a `tsquery`, a constant of the statements it stands in
record SearchWords(String language, String query) {

    /// Give the language of a workspace (`$1`, `$2` when it has none yet) and the query that a text (`$3`) stands for.
    static final String READ = """
            select language, query::text as query, querytree(query) as tree
            from (select coalesce((select language from message_search where workspace_id = $1), $2::text) as language)
                known
            cross join lateral (select search_query(language, $3::text) as query) understood
            """;

    String in(Sql sql) {
        return sql.bind(query) + "::text::tsquery";
    }

    String configuration(Sql sql) {
        return "search_configuration(" + sql.bind(language) + "::text)";
    }

    @Override
    public String toString() {
        return "SearchWords";
    }
}
