// The change brings a changeset that says something to a reader.
check('user-facing-changeset') {
    some anywhere(Changeset) where {
        (changeset.added == null || changeset.added == true) && changeset.words >= param.changesetWords &&
            !(changeset.summary.lower() in param.changesetStopWords)
    } unresolved { changeset.added == null }
    fails "the change brings no changeset that says what users will notice"
    fix   'Run `pnpm changeset` and write one sentence on what users will notice.'
}
