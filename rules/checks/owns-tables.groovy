// False only when the manifest lists no schema, and neither a table nor a migration is there.
check('owns-tables') {
    anyOf('the service owns tables') {
        some ManifestField where {
            (manifestField.field in ['schemas_owned', 'data.schemas_owned']) && manifestField.size > 0
        } labelled 'the manifest lists a schema'
        some DbTable labelled 'a table is declared'
        some RepoFile where {
            repoFile.path.startsWith(subject.directory + '/migrations/') && repoFile.extension == 'sql'
        } labelled 'a migration is there'
    }
}
