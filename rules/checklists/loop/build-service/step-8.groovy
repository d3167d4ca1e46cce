section('step-8', 'Step 8: tests') {
    item('test-command') {
        title    'Test script of the service passes'
        severity blocker
        source   'Loop build-a-service guide, Step 8'
        use 'service-script', script: 'test'
        some TestResult where { testResult.status == PASSED } at revision labelled 'a test held'
        no TestResult where {
            (testResult.status in [FAILED, ERROR]) && (testResult.sha == null || testResult.sha == subject.sha)
        } labelled 'none failed'
        fails    "the test script of ${subject.name} is missing, fails or runs no test: ${testResult.name}"
        fix      'Mend the tests, and export the run of the script and its report.'
    }
    item('unit') {
        title    'Unit tests cover the service classes'
        source   'Loop build-a-service guide, Step 8'
        use 'unit-tested-services'
    }
    item('integration') {
        title    'Integration tests cover the routes with a real database and real events'
        source   'Loop build-a-service guide, Step 8'
        appliesIf { use 'serves-routes' }
        use 'requested-routes'
        use 'real-database'
        every TestCase where { testCase.bucket == INTEGRATION } must {
            testCase.file.startsWith(subject.directory + '/tests/integration/') && testCase.file.endsWith('.test.ts')
        } labelled 'they lie in tests/integration'
        fails    "no integration test requests ${route.key}, one did not hold (${testCase.name} ${testResult.name}), or ${testCase.file} ${importEdge.fromFile} is elsewhere or does without the database"
        fix      'Request the route in tests/integration/<flow>.test.ts on a migrated database, run the tests on the commit and export their report as kind junit or jest.'
    }
    item('conformance') {
        title    'Conformance tests pass'
        severity blocker
        source   'Loop build-a-service guide, Step 8'
        use 'conformance-suites'
    }
}
