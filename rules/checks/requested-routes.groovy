// Each route is requested by an integration test that asserts something, and these tests held on this very commit. Where two routes
// answer the same request, nobody can tell which of them a test meant.
check('requested-routes') {
    every Route has TestCase where {
        testCase.bucket == INTEGRATION && !testCase.skipped && testCase.assertions > 0 &&
            testCase.file.glob('**/tests/integration/**') && (testCase.targets.requests(route.key) || testCase.targets.isEmpty())
    } unresolved { testCase.targets.isEmpty() } labelled 'an integration test requests each route'
    every Route, as: 'wide' where { wide.path.contains('{') } hasNo Route, as: 'narrow' where {
        narrow.key != wide.key && narrow.key.requests(wide.key)
    } unresolved { narrow.path.startsWith('/') } labelled 'no two routes answer the same request'
    use 'passed-tests', files: '**/tests/integration/**'
    fails "no integration test requests ${route.key}, or one did not hold on ${subject.sha}: ${testCase.name} ${testResult.name}"
    fix   'Request the route in a test below tests/integration, run it on the commit and export its report as kind junit or jest.'
}
