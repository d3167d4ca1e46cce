section('code', 'Code') {
    item('convention-checks') {
        title    'All convention checks pass'
        severity blocker
        source   'Loop production readiness, Code'
        use 'convention-checks'
    }
    item('routes-integration-tests') {
        title    'Every route has an integration test that passes'
        severity blocker
        source   'Loop production readiness, Code'
        appliesIf { use 'serves-routes' }
        use 'requested-routes'
    }
    item('conformance-tests') {
        title    'Conformance suites pass'
        severity blocker
        source   'Loop production readiness, Code'
        use 'conformance-suites'
    }
    item('no-todo') {
        title    'Critical code holds no TODO or FIXME'
        severity minor
        source   'Loop production readiness, Code'
        every RepoFile where {
            repoFile.kind == PRODUCTION && repoFile.path.glob(param.criticalZone)
        } hasNo CommentMarker where {
            commentMarker.file == repoFile.path && (commentMarker.marker in ['TODO', 'FIXME'])
        }
        fails    "${commentMarker.file} has an open ${commentMarker.marker}: ${commentMarker.text}"
        fix      'Do it now, or move it to the tracker and delete the comment.'
    }
}
