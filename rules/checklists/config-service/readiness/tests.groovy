section('tests', 'Tests') {
    item('unit-coverage') {
        title    'Unit tests run 80 % of the statements and of the branches'
        severity major
        source   'Config Service readiness, Tests'
        some CoverageReport where {
            coverageReport.scope.isBlank() && (coverageReport.bucket == null || coverageReport.bucket == 'unit') &&
                (coverageReport.statements == null || coverageReport.statements >= 80.percent) &&
                (coverageReport.branches == null || coverageReport.branches >= 80.percent)
        } at revision unresolved {
            coverageReport.bucket == null || coverageReport.statements == null || coverageReport.branches == null
        } labelled 'a report of the unit tests has both at 80 % or more'
        no CoverageReport where {
            coverageReport.scope.isBlank() && coverageReport.bucket == 'unit' && coverageReport.sha == subject.sha &&
                (coverageReport.statements < 80.percent || coverageReport.branches < 80.percent)
        } labelled 'no other report of them has less'
        fails    "unit tests run ${coverageReport.statements} of the statements and ${coverageReport.branches} of the branches; each must be 80 % or more"
        fix      'Test what is not run, and export the report of the unit tests alone as kind coverage.istanbul-summary, with the bucket unit in its scope.'
    }
    item('tenant-isolation') {
        title    'Every test of tenant isolation passes'
        severity blocker
        source   'Config Service readiness, Tests'
        use 'passed-suite', file: 'test/integration/tenant-isolation.spec.ts'
    }
    item('outbox') {
        title    'Every test of the outbox passes'
        severity blocker
        source   'Config Service readiness, Tests'
        use 'passed-suite', file: 'test/integration/outbox.spec.ts'
    }
    item('inbox') {
        title    'Every test of the inbox passes'
        severity blocker
        source   'Config Service readiness, Tests'
        use 'passed-suite', file: 'test/integration/inbox.spec.ts'
    }
    item('event-schema') {
        title    'Each of the 13 types of event has a schema that its payload was tested against'
        severity major
        source   'Config Service readiness, Tests'
        exactly(13) of PolicyValue where { policyValue.name == 'eventTypes' } labelled 'the list names 13 types'
        exactly(13) of RepoFile where {
            repoFile.path.startsWith(param.eventSchemas) && repoFile.path.endsWith('.schema.json')
        } labelled 'there are 13 schemas'
        every PolicyValue where { policyValue.name == 'eventTypes' } has RepoFile where {
            repoFile.path == param.eventSchemas + policyValue.value + '.schema.json'
        } labelled 'each type has its schema'
        some TestCase where { testCase.file == param.eventSchemaTests } labelled 'there is a test of schemas'
        every TestCase where { testCase.file == param.eventSchemaTests } must {
            !testCase.skipped && testCase.assertions > 0
        } labelled 'no test of them is skipped or asserts nothing'
        every PolicyValue where { policyValue.name == 'eventTypes' } has TestResult where {
            testResult.file == param.eventSchemaTests && testResult.passed && testResult.name.endsWith(' ' + policyValue.value)
        } at revision labelled 'the test of each type ran on the commit and held'
        no TestResult where {
            testResult.file == param.eventSchemaTests && testResult.sha == subject.sha && !testResult.passed
        } labelled 'none of them failed or was skipped'
        fails    "the type ${policyValue.value} has no schema or no test that held on ${subject.sha}, or there are not 13: ${testResult.name}"
        fix      'Give each type its schema and a test whose name ends with the type, run it on the commit, and export its report.'
    }
    item('performance') {
        title    'Resolution takes less than 100 ms at the 95th percentile of 50 requests a second'
        severity major
        source   'Config Service readiness, Tests'
        some PerfResult where {
            perfResult.stage == 'staging' && perfResult.scenario == param.resolutionScenario &&
                perfResult.metric == param.latencyMetric && perfResult.statistic == 'p95' &&
                perfResult.value < 100.milliseconds &&
                (perfResult.requestRate == null || perfResult.requestRate >= 50.perSecond) &&
                (perfResult.duration == null || perfResult.duration >= 60.seconds) &&
                (perfResult.errorRate == null || perfResult.errorRate <= 1.percent)
        } at revision unresolved {
            perfResult.requestRate == null || perfResult.duration == null || perfResult.errorRate == null
        } labelled 'a run under the whole load was fast enough'
        no PerfResult where {
            (perfResult.stage == 'staging' || perfResult.stage == null) && perfResult.scenario == param.resolutionScenario &&
                perfResult.metric == param.latencyMetric && perfResult.statistic == 'p95' &&
                perfResult.sha == subject.sha && perfResult.value >= 100.milliseconds
        } unresolved { perfResult.stage == null } labelled 'no run was slower'
        fails    "no run on ${subject.sha} resolved 50 requests a second for long enough with a p95 below 100 ms: ${perfResult.value} at ${perfResult.requestRate}"
        fix      'Make it faster or load it fully, and export the summary of the run with scenario, stage and commit.'
    }
    item('pact') {
        title    'Every consumer contract of the broker is verified for this version'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Tests'
        some ContractVerification where {
            contractVerification.source == DEPLOYED && contractVerification.provider == subject.name
        } fresh 24.hours labelled 'the broker knows a consumer'
        every ContractVerification, as: 'contract' where {
            contract.source == DEPLOYED && contract.provider == subject.name
        } has ContractVerification, as: 'held' where {
            held.source == DEPLOYED && held.provider == contract.provider && held.consumer == contract.consumer &&
                held.consumerVersion == contract.consumerVersion && held.providerVersion == subject.sha && held.verified && held.success
        } labelled 'each contract holds for this version'
        fails    "the contract of ${contract.consumer} ${contract.consumerVersion} is not verified for ${subject.sha}"
        fix      'Verify the contract on this version, publish the result, and export the matrix of the broker as kind pact.matrix.'
    }
}
