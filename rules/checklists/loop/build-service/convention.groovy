section('convention', 'Convention checks named in the guide') {
    item('require-scope-enforcement') {
        title    'Convention check require-scope-enforcement holds'
        severity blocker
        source   'Loop build-a-service guide, Step 4'
        appliesIf {
            use 'serves-routes'
            use 'known-public-paths'
        }
        use 'scoped-routes'
    }
    item('event-handler-file-required') {
        title    'Convention check event-handler-file-required holds'
        severity blocker
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'consumes-events' }
        use 'handled-events'
    }
    item('service-runbook-required') {
        title    'Convention check service-runbook-required holds'
        source   'Loop build-a-service guide, Step 9'
        use 'runbook'
    }
    item('migration-brand-id-required') {
        title    'Convention check migration-brand-id-required holds'
        severity blocker
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'owns-tables' }
        some DbTable where { dbTable.source == MIGRATIONS && !(dbTable.name in param.bookkeepingTables) } labelled 'a migration creates a table'
        every DbTable where { dbTable.source == MIGRATIONS && !(dbTable.name in param.bookkeepingTables) } has DbColumn where {
            dbColumn.source == MIGRATIONS && dbColumn.table == dbTable.key && dbColumn.name == param.tenantColumn
        } labelled 'after the last migration each table has the column'
        fails    "the migrations leave ${dbTable.key} without ${param.tenantColumn}"
        fix      'Add the column by a migration.'
    }
}
