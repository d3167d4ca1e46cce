// A test provokes the error path and asserts its code, status or error, and can mean no other path by it; or tests of this very commit
// took every branch of its file. How much of the code they ran in all says nothing about one path.
check('asserted-error-path') {
    anyOf {
        allOf('its code is asserted') {
            some AssertedOutcome where {
                !assertedOutcome.skipped && subject.code != null && assertedOutcome.code == subject.code &&
                    (assertedOutcome.status == null || subject.status == null || assertedOutcome.status == subject.status) &&
                    (assertedOutcome.request == null || subject.route == null || assertedOutcome.request.requests(subject.route))
            } unresolved {
                !(assertedOutcome.request.requests(subject.route)) &&
                    !(assertedOutcome.calls.contains(subject.file + '#' + subject.enclosingFunction))
            } labelled 'a test asserts the code'
            no ErrorPath, as: 'other' where {
                other.key != subject.key && other.code == subject.code &&
                    (other.status == null || subject.status == null || other.status == subject.status) &&
                    (subject.route != null && (other.route == null || other.route == subject.route) ||
                        subject.route == null && other.file == subject.file && other.enclosingFunction == subject.enclosingFunction)
            } unresolved { !other.file.isBlank() } labelled 'no other path on the way gives the code'
            no Route where {
                route.key != subject.route && (route.key.requests(subject.route) || subject.route.requests(route.key))
            } unresolved { !route.path.isBlank() } labelled 'no other route answers the request'
        }
        allOf('its status is asserted') {
            some AssertedOutcome where {
                !assertedOutcome.skipped && subject.status != null && assertedOutcome.status == subject.status &&
                    (assertedOutcome.code == null || subject.code == null || assertedOutcome.code == subject.code) &&
                    (assertedOutcome.request == null || subject.route == null || assertedOutcome.request.requests(subject.route))
            } unresolved {
                !(assertedOutcome.request.requests(subject.route)) &&
                    !(assertedOutcome.calls.contains(subject.file + '#' + subject.enclosingFunction))
            } labelled 'a test asserts the status'
            no ErrorPath, as: 'same' where {
                same.key != subject.key && same.status == subject.status &&
                    (subject.route != null && (same.route == null || same.route == subject.route) ||
                        subject.route == null && same.file == subject.file && same.enclosingFunction == subject.enclosingFunction)
            } unresolved { !same.file.isBlank() } labelled 'no other path on the way gives the status'
            no Route where {
                route.key == subject.route && route.typed && subject.status == 400
            } unresolved { route.typed } labelled 'no schema of the route answers with it'
            no Route where {
                route.key != subject.route && (route.key.requests(subject.route) || subject.route.requests(route.key))
            } unresolved { !route.path.isBlank() } labelled 'no other route answers the request'
        }
        allOf('its error is asserted') {
            some AssertedOutcome where {
                !assertedOutcome.skipped && subject.error != null && assertedOutcome.error == subject.error
            } unresolved {
                !(assertedOutcome.calls.contains(subject.file + '#' + subject.enclosingFunction))
            } labelled 'a test asserts the error'
            no ErrorPath, as: 'twin' where {
                twin.key != subject.key && twin.error == subject.error && twin.file == subject.file &&
                    twin.enclosingFunction == subject.enclosingFunction
            } unresolved { !twin.file.isBlank() } labelled 'the function throws it at no other place'
        }
        some AssertedOutcome where {
            !assertedOutcome.skipped &&
                (assertedOutcome.status == null && assertedOutcome.code == null && assertedOutcome.error == null ||
                    subject.status == null && subject.code == null && assertedOutcome.status >= 400) &&
                (assertedOutcome.request.requests(subject.route) ||
                    assertedOutcome.calls.contains(subject.file + '#' + subject.enclosingFunction) ||
                    (assertedOutcome.request == null && assertedOutcome.calls.isEmpty()))
        } unresolved { !assertedOutcome.file.isBlank() } labelled 'a test asserts some failure that may be it'
        allOf('tests took its branch') {
            some anywhere(StateExport) where { stateExport.kind.startsWith('coverage.') } labelled 'coverage was exported'
            some anywhere(CoverageReport) where {
                coverageReport.scope == subject.file && coverageReport.branches > 0.percent
            } at revision unresolved {
                !(coverageReport.branches >= 100.percent && (coverageReport.statements >= 100.percent || coverageReport.lines >= 100.percent))
            } labelled 'every branch and statement of its file ran'
        }
    }
    fails "no test asserts the error of ${subject.key}: status ${subject.status}, code ${subject.code}, route ${subject.route}"
    fix   'Add a case that provokes the error, and assert its status and code.'
}
