package dev.sharedinbox.chat.list.way;

/// How an index of `contact` is entered.
///
/// @param condition what holds for a row named `contact` that the index leads to
/// @param isOfAllWorkspaces whether the index knows nothing of workspaces, as those of trigrams do not
record Entry(String condition, boolean isOfAllWorkspaces) {

    /// By an index whose first column is the workspace.
    static Entry ofWorkspace(String condition) {
        return new Entry(condition, false);
    }

    static Entry ofAll(String condition) {
        return new Entry(condition, true);
    }

    /// The condition, and that the row is of the workspace `$1`. An index of all workspaces is fenced: a plan for any
    /// values takes the workspace for an average one, whose contacts it would rather read one by one, and the
    /// comparison that says the same without an index leaves it no other way.
    String inWorkspace() {
        return "contact.workspace_id " + (isOfAllWorkspaces ? "is not distinct from" : "=") + " $1 and " + condition;
    }
}
