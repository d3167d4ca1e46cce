// What is deployed loses nothing, unless a contract step of its own takes away what no deployed code names any more.
check('expand-contract') {
    use 'understood-migration'
    every base(Migration), as: 'before' where { before.key == subject.key } must {
        before.checksum == subject.checksum
    } labelled 'it was not changed after it was merged'
    anyOf('nothing that is deployed is lost or narrowed') {
        every SchemaChange where {
            schemaChange.migration == subject.key && schemaChange.phase == CONTRACT && !schemaChange.createdInSameMigration
        } hasNo base(DbTable), as: 'before' where {
            before.source == MIGRATIONS && before.key == schemaChange.table
        } labelled 'no deployed table loses anything'
        allOf('it is the contract step') {
            some Migration where {
                migration.key == subject.key && migration.name =~ '(?i)(^|[_-])contract([_-]|$)'
            } labelled 'its name says so'
            no SchemaChange where {
                schemaChange.migration == subject.key && schemaChange.phase == EXPAND
            } labelled 'it brings nothing new'
            every SchemaChange where {
                schemaChange.migration == subject.key && schemaChange.phase == CONTRACT && schemaChange.operation != SET_NOT_NULL
            } hasNo base(DbColumn), as: 'read' where {
                read.source == CODE && read.table == schemaChange.table && read.name == schemaChange.column
            } labelled 'deployed code does not name the column'
            every SchemaChange where {
                schemaChange.migration == subject.key && schemaChange.operation == SET_NOT_NULL
            } hasNo base(DbColumn), as: 'read' where {
                read.source == CODE && read.table == schemaChange.table && read.name == schemaChange.column && read.nullable
            } labelled 'deployed code always fills the column'
            every SchemaChange where {
                schemaChange.migration == subject.key && (schemaChange.operation in [DROP_TABLE, RENAME_TABLE, MOVE_TABLE])
            } hasNo base(DbTable), as: 'read' where {
                read.source == CODE && read.key == schemaChange.table
            } labelled 'deployed code does not name the table'
        }
    }
    fix 'Add first; fill; let code stop using the old; take it away in a later release, by a migration with `contract` in its name.'
}
