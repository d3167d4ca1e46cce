// Every query names the brand: reads, changes and removals compare it on one side of a join at least, additions set it.
check('filtered-queries') {
    every QueryUse where {
        queryUse.operation != OTHER && !(queryUse.table in param.bookkeepingTables)
    } has QueryUse, as: 'side' where {
        side.query == queryUse.query && (
            ((queryUse.operation in [SELECT, UPDATE, DELETE]) && (side.filters.contains(param.tenantColumn) || !side.known || side.table == null)) ||
                ((queryUse.operation in [INSERT, UPSERT]) && (side.written.contains(param.tenantColumn) || !side.known || side.table == null)))
    } unresolved {
        !((queryUse.operation in [SELECT, UPDATE, DELETE]) && side.filters.contains(param.tenantColumn)) &&
            !((queryUse.operation in [INSERT, UPSERT]) && side.written.contains(param.tenantColumn))
    } labelled 'it filters by the brand, or sets it'
    fails "${queryUse.file} has a query of ${queryUse.table} that does not name ${param.tenantColumn}"
    fix   'Add the brand to the condition or to the values of the query; it comes from the verified token, never from the request.'
}
