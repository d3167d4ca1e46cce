// CONCURRENTLY fails in a transaction; where nobody knows how the tool makes transactions, nobody knows whether it runs.
check('concurrently-runs') {
    anyOf('CONCURRENTLY stands outside of a transaction') {
        no MigrationStatement where {
            migrationStatement.migration == subject.key && migrationStatement.concurrent && migrationStatement.inTransaction
        } labelled 'none of it in a transaction'
        every MigrationSet where { migrationSet.key == subject.set } unresolved { migrationSet.transaction == UNKNOWN } must {
            migrationSet.transaction == NONE
        } labelled 'the tool makes no transactions'
    }
}
