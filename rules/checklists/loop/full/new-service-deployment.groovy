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
    item('sst-registered') {
        title    'Root configuration loads the fragment of the service'
        severity blocker
        source   'Loop full checklist, Deployment'
        use 'loaded-fragment'
        use 'returned-fragment'
        fix      'Load the fragment in sst.config.ts and return what it gives.'
    }
}
