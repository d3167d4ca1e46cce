// The file holds tests, none of them is skipped or asserts nothing, and each ran on this very commit and held.
check('passed-suite') {
    takes { file text }
    some TestCase where { testCase.file == arg.file } labelled 'the file holds a test'
    every TestCase where { testCase.file == arg.file } must {
        !testCase.skipped && testCase.assertions > 0
    } labelled 'no test of it is skipped or asserts nothing'
    use 'passed-tests', files: arg.file
    no TestResult where {
        testResult.file == arg.file && testResult.sha == subject.sha && testResult.status == SKIPPED
    } labelled 'none was skipped while it ran'
    fails "${arg.file} is not there, or not each of its tests ran and held on ${subject.sha}: ${testCase.name} ${testResult.name}"
    fix   'Write or mend the tests of the file, skip none, run them on the commit, and export their report as kind junit or jest.'
}
