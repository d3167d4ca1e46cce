// Sentry starts in every stage with an address that a secret of the stage holds, never one written in the code.
check('sentry-per-stage') {
    some TelemetryInit where { telemetryInit.tool == SENTRY } labelled 'Sentry is started'
    every TelemetryInit where { telemetryInit.tool == SENTRY } must {
        !telemetryInit.conditional && telemetryInit.dsn != 'constant' &&
            (telemetryInit.stages.isEmpty() || telemetryInit.stages.containsAll(['dev', 'staging', 'prod']))
    } labelled 'in every stage, with an address that is no constant'
    every TelemetryInit where {
        telemetryInit.tool == SENTRY && telemetryInit.dsn != 'constant'
    } has InfraProperty where {
        infraProperty.name == 'environment.' + telemetryInit.dsn
    } unresolved { !infraProperty.resolved } labelled 'the fragment binds the variable'
    some InfraProperty where { infraProperty.name =~ '(?i)^environment\\.\\w*sentry' } labelled 'by a name that says Sentry'
    forEach(['dev', 'staging', 'prod']) { stage ->
        every InfraProperty where {
            infraProperty.name =~ '(?i)^environment\\.\\w*sentry' && (infraProperty.stage == null || infraProperty.stage == stage)
        } unresolved { !infraProperty.resolved } has anywhere(SecretState) where {
            secretState.name == infraProperty.value && secretState.stage == stage && secretState.present && !secretState.placeholder
        } fresh 24.hours labelled 'the secret is set in the stage'
    }
    fails "${subject.name} lacks a Sentry address of its own in dev, staging or prod"
    fix   'Read the DSN from a secret, and set it with `sst secret set` in the stage that lacks it.'
}
