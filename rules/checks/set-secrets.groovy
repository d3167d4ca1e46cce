// Each secret the fragment or the shared part of the infrastructure declares is set in a stage, to more than a placeholder.
check('set-secrets') {
    takes {
        stage text
    }
    every anywhere(InfraResource) where {
        infraResource.type =~ '(^|\\.)Secret$' && (infraResource.owner == subject.owner || infraResource.owner == '')
    } has anywhere(SecretState) where {
        secretState.name == infraResource.name && secretState.stage == arg.stage && secretState.present && !secretState.placeholder
    } fresh 24.hours labelled 'each secret is set in the stage'
    fails "the secret ${infraResource.name} is not set in every stage"
    fix   'Set the secret with `sst secret set NAME --stage STAGE`, and export the names of the secrets again.'
}
