// Integration tests open the migrated database, themselves or through a module of tests/support, and replace neither it nor the events.
check('real-database') {
    every TestCase where { testCase.bucket == INTEGRATION && !testCase.skipped } must {
        !testCase.mocks.containsAny(param.neverReplaced)
    } labelled 'no test replaces the events or the database'
    every TestCase where { testCase.bucket == INTEGRATION && !testCase.skipped } has ImportEdge where {
        importEdge.fromFile == testCase.file && !importEdge.typeOnly &&
            ((importEdge.toPackage in param.databaseHarness) || importEdge.toFile.glob('**/tests/support/**'))
    } labelled 'each opens the database or has it opened'
    every ImportEdge, as: 'helper' where {
        helper.fromFile.glob('**/tests/integration/**') && !helper.typeOnly && helper.toFile.glob('**/tests/support/**')
    } has ImportEdge where {
        importEdge.fromFile == helper.toFile
    } unresolved { !(importEdge.toPackage in param.databaseHarness) } labelled 'what opens it for them opens the migrated one'
    no ImportEdge where {
        importEdge.fromFile.glob('**/tests/{integration,support}/**') && (importEdge.toPackage in param.standInDatabases)
    } labelled 'no stand-in of a database is among them'
    fails "${testCase.file} replaces ${testCase.mocks} or opens no database, or ${importEdge.fromFile} uses ${importEdge.toPackage}"
    fix   'Open the migrated database in the test, and let it publish events as the service does.'
}
