section('new-service-tests', 'New service: tests') {
    item('unit-tests') {
        title    'Service classes have unit tests'
        source   'Loop full checklist, Tests'
        use 'unit-tested-services'
    }
    item('integration-tests-routes') {
        title    'Routes are tested with a real database and real events'
        source   'Loop full checklist, Tests'
        appliesIf { use 'serves-routes' }
        use 'requested-routes'
        use 'real-database'
        fails    "no integration test requests ${route.key}, one did not hold (${testCase.name} ${testResult.name}), or ${testCase.file} ${importEdge.fromFile} does without the database"
        fix      'Request the route below tests/integration on a migrated database, run the tests on the commit and export their report as kind junit or jest.'
    }
    item('conformance-tests') {
        title    'Conformance suites of the platform pass'
        severity blocker
        source   'Loop full checklist, Tests'
        use 'conformance-suites'
    }
    item('error-path-cases') {
        title    'Each error path has a test that asserts it'
        severity minor
        judges   ErrorPath
        source   'Loop full checklist, Tests'
        appliesIf { some anywhere(Service) where { service.directory == subject.owner } labelled 'a service holds the path' }
        use 'asserted-error-path'
    }
}
