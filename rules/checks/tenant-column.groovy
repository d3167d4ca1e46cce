// Every table has the column that says which brand a row belongs to, wherever the table is declared.
check('tenant-column') {
    takes {
        mandatory bool
    }
    some DbTable where { !(dbTable.name in param.bookkeepingTables) } labelled 'a table is declared'
    every DbTable where { !(dbTable.name in param.bookkeepingTables) } has DbColumn where {
        dbColumn.table == dbTable.key && dbColumn.source == dbTable.source && dbColumn.name == param.tenantColumn &&
            (!dbColumn.nullable || !arg.mandatory)
    } labelled 'each table has the column'
    use 'schema-as-observed'
    fix 'Add the column to the table, in the schema of the code and by a migration.'
}
