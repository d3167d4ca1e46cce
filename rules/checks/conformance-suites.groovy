// Each suite that the platform demands ran on this very commit with a test at least, and none of its tests failed or was skipped.
check('conformance-suites') {
    every anywhere(PolicyValue) where { policyValue.name == 'conformanceSuites' } has TestResult where {
        testResult.passed && (testResult.file == null || testResult.file.glob('**/tests/conformance/*.test.ts')) &&
            (testResult.name.startsWith(policyValue.value + ' > ') || testResult.suite == policyValue.value)
    } at revision unresolved { testResult.file == null } labelled 'each suite ran on the commit and held'
    no TestResult where {
        testResult.file.glob('**/tests/conformance/*.test.ts') && testResult.sha == subject.sha && !testResult.passed
    } labelled 'no test of them failed or was skipped'
    no TestCase where {
        testCase.bucket == CONFORMANCE && (testCase.skipped || testCase.exclusive)
    } labelled 'no source takes a test out'
    fails "the suite `${policyValue.value}` did not run or hold on ${subject.sha}: ${testResult.name} ended ${testResult.status}; ${testCase.name}"
    fix   'Run the conformance suites of the platform below tests/conformance, mend what they find, and export their report as kind junit or jest.'
}
