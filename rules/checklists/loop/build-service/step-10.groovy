section('step-10', 'Step 10: checks of the pipeline') {
    item('convention-checks') {
        title    'Convention checks pass'
        severity blocker
        source   'Loop build-a-service guide, Step 10'
        use 'convention-checks'
    }
    item('typecheck') {
        title    'Types are checked without an error'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.typecheckCheck
    }
    item('tests') {
        title    'Tests ran, and none failed'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.testsCheck
        use 'green-run', command: param.testCommand
        some anywhere(ToolRun) where {
            toolRun.command == param.testCommand && toolRun.amount != 0
        } at revision unresolved { toolRun.amount < 0 } labelled 'a test ran'
        fails    "the tests of ${subject.sha} did not succeed, or none ran"
        fix      'Mend the test, and export the checks of the commit and the run of its tests, with the number of tests as `amount`.'
    }
    item('build') {
        title    'Everything builds'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.buildCheck
    }
    item('openapi-drift') {
        title    'Descriptions of APIs are what the code gives'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.openapiCheck
    }
    item('sdk-drift') {
        title    'SDKs are what the descriptions give'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.sdkCheck
    }
    item('service-page-drift') {
        title    'Service pages are what the manifests give'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.pageCheck
    }
    item('ai-overview') {
        title    'AI overview is as new as what it was made from'
        severity minor
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-check', name: param.overviewCheck
    }
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
    item('all-pass') {
        title    'All checks of the pipeline pass'
        severity blocker
        judges   Repository
        source   'Loop build-a-service guide, Step 10'
        use 'green-checks', policy: 'mergeChecks'
    }
}
