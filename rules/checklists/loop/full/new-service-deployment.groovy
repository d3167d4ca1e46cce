section('new-service-deployment', 'New service: deployment') {
    item('infra-complete') {
        title    'Fragment of the infrastructure sets host name, scaling, health check and alarms'
        severity blocker
        source   'Loop full checklist, Deployment'
        some RepoFile where { repoFile.path == subject.directory + '/infra.ts' } labelled 'there is an infra.ts'
        use 'infra-property', pattern: '^(hostname|domain(\\.name)?|loadBalancer\\.domain(\\.name)?)$' labelled 'host name'
        anyOf('tasks are scaled and checked, or nothing runs') {
            allOf {
                use 'infra-property', pattern: '^scaling(\\.\\w+)?\\.max$' labelled 'scaling'
                use 'infra-property', pattern: '^health\\b' labelled 'health check'
                some InfraResource where { infraResource.type =~ 'Alarm$' } labelled 'alarms'
            }
            allOf {
                some InfraResource where { infraResource.type.endsWith('StaticSite') } labelled 'it is a static site'
                no InfraResource where { infraResource.type.endsWith('Service') } labelled 'nothing runs'
            }
        }
        fails    "infra.ts of ${subject.name} does not set host name, scaling, health check and alarms"
        fix      'Set hostname, scaling and health in infra.ts, and declare the alarms.'
    }
    item('smoke-dev') {
        title    'Smoke test passes on dev'
        phase    afterDevDeploy
        source   'Loop full checklist, Deployment'
        use 'run-after-deploy', tool: param.smokeTool, stage: 'dev'
    }
    item('prod-gate') {
        title    'A reviewer let the commit through the gate of prod'
        severity blocker
        phase    promotion
        source   'Loop full checklist, Deployment'
        use 'prod-approved', item: 'loop.full.new-service-deployment.prod-gate'
    }
    item('sst-registered') {
        title    'Root configuration loads the fragment of the service'
        severity blocker
        source   'Loop full checklist, Deployment'
        use 'loaded-fragment'
        use 'returned-fragment'
        fix      'Load the fragment in sst.config.ts and return what it gives.'
    }
    item('sst-secrets') {
        title    'Secrets are set in dev, staging and prod'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Deployment'
        use 'set-secrets', stage: 'dev'
        use 'set-secrets', stage: 'staging'
        use 'set-secrets', stage: 'prod'
    }
    item('cloudflare-dns') {
        title    'Names of the service lead to the edge of each stage'
        phase    prePromotion
        source   'Loop full checklist, Deployment'
        appliesIf { use 'has-hostname' }
        use 'stage-records'
    }
    item('deploy-dev-healthz') {
        title    'Dev runs this commit and healthz says 200'
        severity blocker
        phase    afterDevDeploy
        source   'Loop full checklist, Deployment'
        appliesIf { use 'runs-tasks' }
        use 'runs-candidate', stage: 'dev'
        use 'healthy-deployment', stage: 'dev'
        fails    "dev does not run this commit of ${subject.name}, or healthz did not say 200 since its deployment"
        fix      'Deploy the commit to dev, ask healthz, and export deployments and answers again.'
    }

    item('deploy-staging') {
        title    'Staging runs this commit'
        severity blocker
        phase    afterStagingDeploy
        source   'Loop full checklist, Deployment'
        use 'runs-candidate', stage: 'staging'
    }
    item('soak-24h') {
        title    'Staging has run this commit for 24 hours'
        phase    afterStagingDeploy
        source   'Loop full checklist, Deployment'
        use 'soaked'
    }
}
