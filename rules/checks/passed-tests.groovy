// Each test of these files that is not skipped ran on this very commit and held, and none of them failed there in another run.
check('passed-tests') {
    takes {
        files text
        below text, default: ''
    }
    every TestCase where { testCase.file.glob(arg.files) && testCase.file.startsWith(arg.below) && !testCase.skipped } unresolved {
        testCase.name.contains('{}') || testCase.suite.contains('{}')
    } has TestResult where {
        testResult.passed &&
            (testResult.file == null || testResult.file == testCase.file || subject.directory + '/' + testResult.file == testCase.file) &&
            (testResult.name == testCase.suite + ' > ' + testCase.name ||
                (testResult.name == testCase.name && (testCase.suite.isBlank() || testResult.suite == testCase.suite)))
    } at revision unresolved { testResult.file == null } labelled 'each of the tests ran on the commit and held'
    no TestResult where {
        testResult.file.glob(arg.files) && testResult.file.startsWith(arg.below) && testResult.sha == subject.sha && (testResult.status in [FAILED, ERROR, FLAKY])
    } labelled 'none of them failed on the commit'
    fails "${testCase.file}: `${testCase.name}` has no result of ${subject.sha} that held; ${testResult.name} ended ${testResult.status}"
    fix   'Run the tests on the commit, mend what fails, and export their report as kind junit or jest.'
}
