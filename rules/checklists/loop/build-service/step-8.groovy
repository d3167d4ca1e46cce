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
}
