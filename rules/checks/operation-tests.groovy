// A test in these files requests the operation and asserts something; all that request it ran on this very commit and held.
check('operation-tests') {
    takes { files text }
    some TestCase where {
        testCase.file.glob(arg.files) && testCase.targets.requests(subject.key) && !testCase.skipped && testCase.assertions > 0
    } labelled 'a test requests the operation and asserts something'
    every TestCase where {
        testCase.file.glob(arg.files) && testCase.targets.requests(subject.key) && !testCase.skipped
    } unresolved { testCase.name.contains('{}') || testCase.suite.contains('{}') } has TestResult where {
        testResult.passed &&
            (testResult.file == null || testResult.file == testCase.file || testCase.owner + '/' + testResult.file == testCase.file) &&
            (testResult.name == testCase.suite + ' > ' + testCase.name ||
                (testResult.name == testCase.name && (testCase.suite.isBlank() || testResult.suite == testCase.suite)))
    } at revision unresolved { testResult.file == null } labelled 'each of these tests ran on the commit and held'
    every TestCase where {
        testCase.file.glob(arg.files) && testCase.targets.requests(subject.key) && !testCase.skipped
    } hasNo TestResult where {
        testResult.sha == subject.sha && (testResult.status in [FAILED, ERROR, FLAKY]) &&
            (testResult.file == null || testResult.file == testCase.file || testCase.owner + '/' + testResult.file == testCase.file) &&
            (testResult.name == testCase.suite + ' > ' + testCase.name ||
                (testResult.name == testCase.name && (testCase.suite.isBlank() || testResult.suite == testCase.suite)))
    } labelled 'none of them failed there in another run'
    fails "no test in the files asked for requests ${subject.key}, or one has no result of ${subject.sha} that held: ${testCase.name} ${testResult.name}"
    fix   'Request the operation in a test, run it on the commit, and export its report as kind junit or jest.'
}
