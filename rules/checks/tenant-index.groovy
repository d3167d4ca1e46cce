// Every query that compares the brand finds an index that begins with it, in the schema of the code and in the migrations.
// An index that begins with another compared column, or covers a part of the rows, helps some queries: nobody knows which.
check('tenant-index') {
    anyOf('an index of the code helps, or the code declares no table') {
        no DbTable where { dbTable.source == CODE } labelled 'the code declares no table'
        every QueryUse where {
            (queryUse.operation in [SELECT, UPDATE, DELETE]) && !(queryUse.table in param.bookkeepingTables) &&
                (queryUse.filters.contains(param.tenantColumn) || !queryUse.known || queryUse.table == null)
        } unresolved { queryUse.table == null || !queryUse.filters.contains(param.tenantColumn) } has DbIndex where {
            dbIndex.source == CODE && (dbIndex.table == queryUse.table || dbIndex.table.endsWith('.' + queryUse.table)) &&
                dbIndex.columns.contains(param.tenantColumn) && queryUse.filters.contains(dbIndex.leading)
        } unresolved {
            !(dbIndex.leading == param.tenantColumn) || dbIndex.predicate != null
        } labelled 'an index of the code begins with it'
    }
    anyOf('an index of the migrations helps, or they create no table') {
        no DbTable where { dbTable.source == MIGRATIONS } labelled 'no migration creates a table'
        every QueryUse where {
            (queryUse.operation in [SELECT, UPDATE, DELETE]) && !(queryUse.table in param.bookkeepingTables) &&
                (queryUse.filters.contains(param.tenantColumn) || !queryUse.known || queryUse.table == null)
        } unresolved { queryUse.table == null || !queryUse.filters.contains(param.tenantColumn) } has DbIndex where {
            dbIndex.source == MIGRATIONS && (dbIndex.table == queryUse.table || dbIndex.table.endsWith('.' + queryUse.table)) &&
                dbIndex.columns.contains(param.tenantColumn) && queryUse.filters.contains(dbIndex.leading)
        } unresolved {
            !(dbIndex.leading == param.tenantColumn) || dbIndex.predicate != null
        } labelled 'an index of the migrations begins with it'
    }
    fix 'Add an index that begins with the brand to the table, in the schema of the code and by a migration.'
}
