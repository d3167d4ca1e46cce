section('step-10', 'Step 10: checks of the pipeline') {
    item('dead-links') {
        title    'Documentation site has no dead link'
        severity minor
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        every DocLink where { docLink.document.startsWith(param.docsSite + '/') } unresolved { docLink.external } must { docLink.resolves == true }
        fails    "the link `${docLink.text}` of ${docLink.document} leads nowhere"
        fix      'Correct the target or its anchor; links that lead out of the repository need the report of a link checker.'
    }
    item('runbook-readme-presence') {
        title    'Runbook and README are there'
        source   'Loop build-a-service guide, Step 10'
        forEach(['README.md', 'RUNBOOK.md']) { file ->
            some RepoFile where { repoFile.directory == subject.directory && repoFile.name == file && repoFile.bytes > 0 }
        }
        fails    "${subject.directory} lacks README.md or RUNBOOK.md"
        fix      'Add the missing file.'
    }
    item('changeset') {
        title    'Changeset has a summary for users'
        severity minor
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        appliesIf {
            use 'compared'
            some RepoFile where {
                (repoFile.changed == null || repoFile.changed == true) && repoFile.path.glob(param.releasedPaths)
            } unresolved { repoFile.changed == null } labelled 'the change reaches users'
        }
        use 'user-facing-changeset'
    }
    item('cross-link-audit') {
        title    'Pages of related services link each other'
        severity minor
        source   'Loop build-a-service guide, Step 10'
        use 'linked-back'
    }
}
