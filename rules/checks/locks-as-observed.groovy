// Where a database applied the migration, it took the locks that the text shows; the two saying otherwise is a finding of its own.
check('locks-as-observed') {
    no SchemaDisagreement where {
        schemaDisagreement.migration == subject.key
    } labelled 'no database that applied it says otherwise'
}
