// False only when the manifest says that there is no API and no file is there in which a route could be registered.
check('serves-routes') {
    anyOf('the service has routes') {
        no ManifestField where {
            manifestField.field == 'contracts.openapi' && manifestField.value == 'none'
        } labelled 'the manifest does not say `contracts.openapi: none`'
        some RepoFile where {
            (repoFile.extension in ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs']) && repoFile.kind != TEST &&
                repoFile.name != 'infra.ts' && !repoFile.name.contains('.config.')
        } unresolved { repoFile.path != '' } labelled 'a file is there in which routes could be registered, and nobody reads routes yet'
    }
}
