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
}
