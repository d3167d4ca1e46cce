section('deployment', 'Deployment') {
    item('infra-complete') {
        title    'Fragment of the infrastructure sets host name, scaling for each stage and health check'
        severity blocker
        source   'Loop production readiness, Deployment'
        some RepoFile where { repoFile.path == subject.directory + '/infra.ts' } labelled 'there is an infra.ts'
        use 'infra-property', pattern: '^(hostname|domain(\\.name)?|loadBalancer\\.domain(\\.name)?)$' labelled 'host name'
        anyOf('tasks are scaled and checked, or nothing runs') {
            allOf {
                use 'scaled-stages'
                use 'infra-property', pattern: '^health\\b' labelled 'health check'
            }
            allOf {
                some InfraResource where { infraResource.type.endsWith('StaticSite') } labelled 'it is a static site'
                no InfraResource where { infraResource.type.endsWith('Service') } labelled 'nothing runs'
            }
        }
        fails    "infra.ts of ${subject.name} does not set host name, scaling of each stage and health check"
        fix      'Set hostname and health in infra.ts, and scaling.min and scaling.max for dev, staging and prod.'
    }
    item('smoke-staging') {
        title    'Smoke test passes on staging'
        phase    afterStagingDeploy
        source   'Loop production readiness, Deployment'
        use 'run-after-deploy', tool: param.smokeTool, stage: 'staging'
    }
    item('sst-registered') {
        title    'Service is registered in the root configuration'
        severity blocker
        source   'Loop production readiness, Deployment'
        use 'loaded-fragment'
        use 'returned-fragment'
        fix      'Load the fragment in sst.config.ts and return what it gives.'
    }
    item('sst-secrets') {
        title    'Secrets are set in dev, staging and prod'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, Deployment'
        use 'set-secrets', stage: 'dev'
        use 'set-secrets', stage: 'staging'
        use 'set-secrets', stage: 'prod'
    }
    item('dns') {
        title    'Names of the service lead to the edge of each stage'
        phase    prePromotion
        source   'Loop production readiness, Deployment'
        appliesIf { use 'has-hostname' }
        use 'stage-records'
    }
    item('deploy-dev-healthz') {
        title    'Dev runs this commit and healthz says 200'
        severity blocker
        phase    afterDevDeploy
        source   'Loop production readiness, Deployment'
        appliesIf { use 'runs-tasks' }
        use 'runs-candidate', stage: 'dev'
        use 'healthy-deployment', stage: 'dev'
        fails    "dev does not run this commit of ${subject.name}, or healthz did not say 200 since its deployment"
        fix      'Deploy the commit to dev, ask healthz, and export deployments and answers again.'
    }

    item('soak-24h-quiet') {
        title    'Staging has run this commit for 24 hours without an alarm'
        severity blocker
        phase    afterStagingDeploy
        source   'Loop production readiness, Deployment'
        use 'soaked'
        use 'quiet-alarms'
        fails    "${subject.name} does not run this commit in staging, it was replaced, or an alarm was raised: ${alarmTransition.alarm} ${alarmDef.name}"
        fix      'Leave the commit in staging for 24 hours without an alarm; then export deployments, alarms and their history again.'
    }
}
