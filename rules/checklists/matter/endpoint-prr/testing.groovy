section('testing', 'Testing') {
    item('unit-coverage') {
        title    'Unit tests run 90 % of the lines and of the branches of the service package'
        severity major
        source   'Matter production-readiness review, Testing'
        some ApiOperation where { apiOperation.key == subject.key } unresolved { apiOperation.context == null } labelled 'it is known which context owns it'
        some anywhere(CoverageReport) where {
            (subject.context == null || coverageReport.scope == param.packageDirectory + subject.context) &&
                (coverageReport.bucket == null || coverageReport.bucket == 'unit') &&
                (coverageReport.lines == null || coverageReport.lines >= 90.percent) &&
                (coverageReport.branches == null || coverageReport.branches >= 90.percent)
        } at revision unresolved {
            subject.context == null || coverageReport.bucket == null || coverageReport.lines == null || coverageReport.branches == null
        } labelled 'a report of the unit tests of the package has both at 90 % or more'
        no anywhere(CoverageReport) where {
            coverageReport.scope == param.packageDirectory + subject.context && coverageReport.bucket == 'unit' &&
                coverageReport.sha == subject.sha && (coverageReport.lines < 90.percent || coverageReport.branches < 90.percent)
        } labelled 'no other report of them has less'
        some anywhere(ClassDecl) where {
            classDecl.role == SERVICE && classDecl.kind == PRODUCTION &&
                (subject.context == null || classDecl.file.startsWith(param.packageDirectory + subject.context + '/'))
        } unresolved { subject.context == null && classDecl.role == SERVICE } labelled 'the package has a service'
        every anywhere(ClassDecl) where {
            classDecl.role == SERVICE && classDecl.kind == PRODUCTION && classDecl.file.startsWith(param.packageDirectory + subject.context + '/')
        } has anywhere(CoverageReport) where {
            coverageReport.scope == classDecl.file && (coverageReport.bucket == null || coverageReport.bucket == 'unit')
        } at revision unresolved { coverageReport.bucket == null } labelled 'no service of the package is left out'
        fails    "unit tests of ${param.packageDirectory}${subject.context} run ${coverageReport.lines} of the lines and ${coverageReport.branches} of the branches, or leave out ${classDecl.name}; each must be 90 % or more"
        fix      'Test what is not run, and export the report of the unit tests of the package alone, with `bucket` unit and its `directory` in the scope.'
    }
    item('route-integration') {
        title    'Integration tests of the route cover each concern of its pipeline'
        severity blocker
        source   'Matter production-readiness review, Testing'
        use 'operation-tests', files: param.integrationTests
        every PolicyValue where { policyValue.name == 'routeConcerns' } has TestCase where {
            testCase.file.glob(param.integrationTests) && testCase.targets.requests(subject.key) && !testCase.skipped && testCase.assertions > 0 &&
                (testCase.name.contains('[' + policyValue.value + ']') || !(testCase.name.contains('[')))
        } unresolved { !(testCase.name.contains('[')) } labelled 'a test says that it is about auth, about scope, and about audit'
        anyOf('it changes nothing, or the concerns of changes are covered') {
            no ApiOperation where { apiOperation.key == subject.key && apiOperation.mutation } labelled 'it only reads'
            every PolicyValue where { policyValue.name == 'mutationConcerns' } has TestCase where {
                testCase.file.glob(param.integrationTests) && testCase.targets.requests(subject.key) && !testCase.skipped && testCase.assertions > 0 &&
                    (testCase.name.contains('[' + policyValue.value + ']') || !(testCase.name.contains('[')))
            } unresolved { !(testCase.name.contains('[')) } labelled 'a test says that it is about idempotency, about the dry run, and about the event'
        }
        fails    "no integration test of ${subject.key} that ran and held is about ${policyValue.value}: ${testCase.name} ${testResult.name}"
        fix      'Write the test with the concern in brackets in its name, such as `[dry-run]`, run it on the commit, and export its report.'
    }
    item('property-test') {
        title    'An operation that bears an invariant has a property test'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Testing'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key } unresolved {
                !apiOperation.extensions.contains('x-matter-invariants')
            } labelled 'it is recorded whether it bears one'
            no ApiExtension where {
                apiExtension.operation == subject.key && apiExtension.name == 'x-matter-invariants' && apiExtension.value == 'none'
            } labelled 'it bears one'
        }
        use 'operation-tests', files: param.propertyTests
        every TestCase where {
            testCase.file.glob(param.propertyTests) && testCase.targets.requests(subject.key) && !testCase.skipped
        } has ImportEdge where { importEdge.fromFile == testCase.file && importEdge.toModule == 'fast-check' && !importEdge.typeOnly } labelled 'it imports fast-check'
        every TestCase where {
            testCase.file.glob(param.propertyTests) && testCase.targets.requests(subject.key) && !testCase.skipped
        } has ImportEdge where { importEdge.fromFile == testCase.file && importEdge.toFile.endsWith('/' + param.sagaHarness) } labelled 'it imports the harness'
        every TestCase where {
            testCase.file.glob(param.propertyTests) && testCase.targets.requests(subject.key) && !testCase.skipped
        } must {
            testCase.matchers.contains('fc.assert') && !(testCase.expected.containsAny(['numRuns=0', 'numRuns=1']))
        } labelled 'it checks its property, with more than one run'
        fails    "no property test of ${subject.key} checks its property by fast-check and the harness: ${testCase.name}"
        fix      'Check the property with `fc.assert` and the harness in a test that requests the operation.'
    }
    item('tenant-isolation') {
        title    'A red-team test of tenant isolation covers the operation'
        severity blocker
        source   'Matter production-readiness review, Testing'
        appliesIf {
            no DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'tenant data' && docField.value == 'none'
            } labelled 'nobody recorded that it touches no data of tenants'
        }
        use 'operation-tests', files: param.redTeamTests
        atLeast(2) of PolicyValue where { policyValue.name == 'testTenants' } distinct { policyValue.value } labelled 'tests act as two tenants'
        some TestCase where {
            testCase.file.glob(param.redTeamTests) && testCase.targets.requests(subject.key) && !testCase.skipped &&
                testCase.texts.containsAll(param.testTenants) &&
                (testCase.expected.containsAny(['403', '404']) || (!subject.mutation && testCase.expected.contains('[]')))
        } labelled 'one tenant asks for what is of another, and the test asserts that it is refused'
        fails    "no red-team test requests ${subject.key} as one tenant for data of another and asserts that it is refused: ${testCase.name} ${testResult.name}"
        fix      'Ask as one of the test tenants for what belongs to the other, and assert status 403 or 404, or an empty list of a list.'
    }
    item('mode-parity') {
        title    'A parity test is green in every mode'
        severity major
        source   'Matter production-readiness review, Testing'
        some TestCase where {
            testCase.file.glob(param.parityTests) && testCase.targets.requests(subject.key) && !testCase.skipped && testCase.assertions > 0
        } labelled 'a parity test requests the operation and asserts something'
        every PolicyValue where { policyValue.name == 'modes' } has TestResult where {
            testResult.file.glob(param.parityTests) && testResult.passed && testResult.name.contains('[' + policyValue.value + ']') &&
                testResult.name.contains(' ' + subject.operationId + ' ')
        } at revision labelled 'it ran in each mode and held'
        no TestResult where {
            testResult.file.glob(param.parityTests) && testResult.sha == subject.sha && testResult.name.contains(' ' + subject.operationId + ' ') &&
                (testResult.status in [FAILED, ERROR, FLAKY])
        } labelled 'it failed in none'
        fails    "no parity test of ${subject.operationId} ran in mode ${policyValue.value} on ${subject.sha} and held; ${testResult.name} ended ${testResult.status}"
        fix      'Run the parity test in each mode, with the mode in brackets and the operation in its name, and export the reports.'
    }
    item('cross-version') {
        title    'The compatibility test is green for this version and the minor before'
        severity major
        source   'Matter production-readiness review, Testing'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key && param.previousMinor != 'none' } labelled 'there is a minor version before'
            no anywhere(ToolFinding) where {
                toolFinding.tool == 'oasdiff' && toolFinding.rule == 'endpoint-added' && toolFinding.operation == subject.key && toolFinding.sha == subject.sha
            } labelled 'the operation is not new in this minor'
        }
        some TestCase where {
            testCase.file.glob(param.compatibilityTests) && testCase.targets.requests(subject.key) && !testCase.skipped && testCase.assertions > 0
        } labelled 'a compatibility test requests the operation and asserts something'
        some ApiSpec where { apiSpec.file == subject.spec } unresolved { apiSpec.apiVersion == null } labelled 'the version of the description is known'
        every ApiSpec where { apiSpec.file == subject.spec } unresolved { apiSpec.apiVersion == null } has TestResult where {
            testResult.file.glob(param.compatibilityTests) && testResult.passed && testResult.name.contains('[' + apiSpec.apiVersion + ']') &&
                testResult.name.contains(' ' + subject.operationId + ' ')
        } at revision labelled 'it held for this version'
        some TestResult where {
            testResult.file.glob(param.compatibilityTests) && testResult.passed && testResult.name.contains('[' + param.previousMinor + ']') &&
                testResult.name.contains(' ' + subject.operationId + ' ')
        } at revision labelled 'it held for the minor before'
        no TestResult where {
            testResult.file.glob(param.compatibilityTests) && testResult.sha == subject.sha && testResult.name.contains(' ' + subject.operationId + ' ') &&
                (testResult.status in [FAILED, ERROR, FLAKY])
        } labelled 'it failed for none'
        fails    "the compatibility test of ${subject.operationId} did not run and hold on ${subject.sha} for ${apiSpec.apiVersion} and ${param.previousMinor}; ${testResult.name} ended ${testResult.status}"
        fix      'Add the missing version to the matrix, with the version in brackets and the operation in the name of the test, and export the report.'
    }
}
