// Tests stand in for each system that the service calls, say by their names that it is down, expect a defined reply, and held on the commit.
check('outage-tests') {
    allOf('tests take each of them down') {
        no ImportEdge where { importEdge.toModule.startsWith(param.sdkScope) } labelled 'none is called by an SDK'
        some OutboundCall labelled 'calls are known'
        every OutboundCall has TestCase where {
            testCase.name =~ '(?i)\\b(outage|down|unavailable|unreachable)\\b' && testCase.mocks.contains(outboundCall.module) && !testCase.skipped && testCase.assertions > 0
        } labelled 'a test stands in for each'
        every TestCase where { testCase.name =~ '(?i)\\b(outage|down|unavailable|unreachable)\\b' && !testCase.skipped } has AssertedOutcome where {
            assertedOutcome.test == testCase.key && (assertedOutcome.status < 500 || assertedOutcome.status == 503)
        } labelled 'each expects a defined reply'
        every TestCase where { testCase.name =~ '(?i)\\b(outage|down|unavailable|unreachable)\\b' && !testCase.skipped } has TestResult where {
            testResult.passed && testResult.file == testCase.file &&
                (testResult.name == testCase.suite + ' > ' + testCase.name || (testResult.name == testCase.name && testCase.suite.isBlank()))
        } at revision labelled 'each held on the commit'
    }
}
