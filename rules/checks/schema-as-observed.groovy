// Where a database applied the migrations, it holds what their text leads to; the two saying otherwise is a finding of its own.
check('schema-as-observed') {
    no SchemaDisagreement where {
        schemaDisagreement.migration == null
    } labelled 'no database that applied the migrations holds anything else'
}
