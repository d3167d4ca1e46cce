// For each place that publishes the judged event a test parses, by the schema of the event, what the code there sends, and fails where the
// schema refuses it; these tests held on this very commit.
check('accepted-payload') {
    every anywhere(EventPublish) where {
        eventPublish.event == subject.name || !eventPublish.resolved
    } unresolved { !eventPublish.resolved } has anywhere(SchemaCheck) where {
        !schemaCheck.skipped && schemaCheck.asserted && !schemaCheck.written &&
            (schemaCheck.event == subject.name ||
                (schemaCheck.schema != null && schemaCheck.schema == subject.schema && schemaCheck.schemaFile == subject.schemaFile)) &&
            (schemaCheck.builders.isEmpty() ||
                (schemaCheck.captured == null && schemaCheck.builders.contains(eventPublish.builder)) ||
                (schemaCheck.captured != null && (eventPublish.api == schemaCheck.captured || eventPublish.api.endsWith('.' + schemaCheck.captured)) &&
                    schemaCheck.builders.contains(eventPublish.file + '#' + eventPublish.enclosingFunction)))
    } unresolved {
        schemaCheck.builders.isEmpty() || (schemaCheck.captured != null && schemaCheck.builders.size() > 1)
    } labelled 'a test parses what the producer sends'
    every anywhere(SchemaCheck) where {
        !schemaCheck.skipped && schemaCheck.asserted && !schemaCheck.written &&
            (schemaCheck.event == subject.name ||
                (schemaCheck.schema != null && schemaCheck.schema == subject.schema && schemaCheck.schemaFile == subject.schemaFile))
    } unresolved { schemaCheck.name.contains('{}') || schemaCheck.suite.contains('{}') } has anywhere(TestResult) where {
        testResult.passed &&
            (testResult.file == null || testResult.file == schemaCheck.file || schemaCheck.owner + '/' + testResult.file == schemaCheck.file) &&
            (testResult.name == schemaCheck.suite + ' > ' + schemaCheck.name ||
                (testResult.name == schemaCheck.name && (schemaCheck.suite.isBlank() || testResult.suite == schemaCheck.suite)))
    } at revision unresolved { testResult.file == null } labelled 'each of these tests ran on the commit and held'
    every anywhere(SchemaCheck) where {
        !schemaCheck.skipped && schemaCheck.asserted && !schemaCheck.written &&
            (schemaCheck.event == subject.name ||
                (schemaCheck.schema != null && schemaCheck.schema == subject.schema && schemaCheck.schemaFile == subject.schemaFile))
    } hasNo anywhere(TestResult) where {
        testResult.sha == subject.sha && (testResult.status in [FAILED, ERROR, FLAKY]) &&
            (testResult.file == null || testResult.file == schemaCheck.file || schemaCheck.owner + '/' + testResult.file == schemaCheck.file) &&
            (testResult.name == schemaCheck.suite + ' > ' + schemaCheck.name ||
                (testResult.name == schemaCheck.name && (schemaCheck.suite.isBlank() || testResult.suite == schemaCheck.suite)))
    } labelled 'none of them failed there in another run'
    fails "no test parses what ${eventPublish.file} sends as ${subject.name} by the schema of the event, or it did not hold on ${subject.sha}: ${schemaCheck.name} ${testResult.name}"
    fix   'Let the producer send in a test, parse what it sent by the schema, run the test on the commit, and export its report as kind junit or jest.'
}
