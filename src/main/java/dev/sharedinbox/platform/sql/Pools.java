package dev.sharedinbox.platform.sql;

/// The pools of connections to the one database. Everything shares the default one, except what must go on while
/// others keep all of its connections busy.
public final class Pools {

    /// What came in by webhook is stored with these connections alone. Their statements are planned once, so
    /// each must be written such that one plan is right for tables of every size: `lateral` from the values
    /// to the rows, or `any` over ids, rather than joins whose order is the planner's choice.
    public static final String INTAKE = "intake";

    /// Lists that walk along indexes are read with these connections, so that broad ones never hold up anything
    /// else. Their statements are planned once: which index leads is said by the text, and planning for values took
    /// four times as long as walking. PostgreSQL ends them after `inbox.lists.timeout`.
    public static final String LISTS = "lists";

    /// The same for lists that begin with a few customers or chats, which they sort. They are planned once, too: a way
    /// to too many ends early, and the text says what comes then.
    public static final String SETS = "sets";

    /// The same for searches. These are planned for their values each time: what is right for rare words is wrong for
    /// common ones.
    public static final String SEARCHES = "searches";

    private Pools() {}
}
