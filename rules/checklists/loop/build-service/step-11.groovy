section('step-11', 'Step 11: pull request and deployment') {
    item('smoke') {
        title    'Smoke test calls a real endpoint with a machine token of dev'
        phase    afterDevDeploy
        source   'Loop build-a-service guide, Step 11'
        appliesIf { use 'serves-routes' }
        use 'run-after-deploy', tool: param.smokeTool, stage: 'dev'
        every ToolRun where {
            toolRun.tool == param.smokeTool && toolRun.stage == 'dev' && toolRun.sha == subject.sha && toolRun.exitCode == 0
        } has ApiOperation where {
            toolRun.covered.contains(apiOperation.key) && !apiOperation.scopes.isEmpty()
        } labelled 'it called an operation that needs a scope'
        every ToolRun where {
            toolRun.tool == param.smokeTool && toolRun.stage == 'dev' && toolRun.sha == subject.sha && toolRun.exitCode == 0
        } has anywhere(OAuthClient) where {
            oAuthClient.clientId == toolRun.principal && oAuthClient.kind == 'm2m' && oAuthClient.stage == 'dev' && oAuthClient.enabled
        } labelled 'it ran as a client of machines of dev'
        fails    "no smoke test of ${subject.name} called an operation with a scope as a client of machines after ${subject.sha} came to dev"
        fix      'Call an operation that needs a scope with a token of dev, and export the run with what it `covered` and its `principal`.'
    }
    item('event-round-trip') {
        title    'An event of the service makes the round trip'
        phase    afterDevDeploy
        source   'Loop build-a-service guide, Step 11'
        appliesIf { use 'publishes-events' }
        use 'run-after-deploy', tool: param.canaryTool, stage: 'dev'
        every ToolRun where {
            toolRun.tool == param.canaryTool && toolRun.stage == 'dev' && toolRun.sha == subject.sha && toolRun.exitCode == 0
        } has ManifestField where {
            (manifestField.field in ['events_published', 'contracts.events_published']) && toolRun.covered.containsAny(manifestField.items)
        } labelled 'it was an event of the service'
        fails    "no event of ${subject.name} was seen to come back after ${subject.sha} came to dev"
        fix      'Run the canary, and export the run with the events it `covered`.'
    }
    item('squash-merge') {
        title    'Change came to main as one squashed commit'
        severity minor
        judges   Repository
        phase    afterMerge
        source   'Loop build-a-service guide, Step 11'
        some PullRequest where {
            (pullRequest.mergeSha == subject.sha || pullRequest.headSha == subject.sha) && pullRequest.base == 'main' &&
                (pullRequest.mergedAt == null || pullRequest.mergeMethod == null || pullRequest.mergeMethod == 'squash')
        } unresolved { pullRequest.mergedAt == null || pullRequest.mergeMethod == null } fresh 24.hours
        fails    "no pull request brought this commit to main by a squash"
        fix      'Allow squash merges only, and export the pull requests with the way they were merged.'
    }
    item('auto-deploy-dev') {
        title    'Merge brings the commit to dev, under the host name of the stage'
        phase    afterDevDeploy
        source   'Loop build-a-service guide, Step 11'
        use 'runs-candidate', stage: 'dev'
        use 'merged-deployment', stage: 'dev'
        some HealthProbe where {
            healthProbe.stage == 'dev' && healthProbe.status > 0 &&
                healthProbe.url.startsWith('https://' + subject.name + '.dev.' + param.platformDomain + '/')
        } labelled 'it answers under its host name'
        fails    "no merge brought this commit of ${subject.name} to dev, or nothing answered at https://${subject.name}.dev.${param.platformDomain}"
        fix      'Let the pipeline deploy each merge to dev, and export deployments and answers again.'
    }
    item('healthz') {
        title    'Dev answers 200 at healthz'
        severity blocker
        phase    afterDevDeploy
        source   'Loop build-a-service guide, Step 11'
        appliesIf { use 'runs-tasks' }
        use 'runs-candidate', stage: 'dev'
        use 'healthy-deployment', stage: 'dev'
        fails    "dev does not run this commit of ${subject.name}, or healthz did not say 200 since its deployment"
        fix      'Deploy the commit to dev, ask healthz, and export deployments and answers again.'
    }
    item('alarms') {
        title    'Alarms the fragment declares are there in CloudWatch'
        phase    prePromotion
        source   'Loop build-a-service guide, Step 11'
        appliesIf { use 'runs-tasks' }
        some InfraResource where { infraResource.type =~ 'Alarm$' } labelled 'the fragment declares an alarm'
        every InfraResource where { infraResource.type =~ 'Alarm$' } has AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'dev' && alarmDef.provider == 'cloudwatch' && alarmDef.enabled &&
                !alarmDef.actions.isEmpty() &&
                (alarmDef.name == infraResource.name || alarmDef.name == infraResource.name + '-dev' ||
                    alarmDef.name == 'dev-' + infraResource.name || alarmDef.name.endsWith('-dev-' + infraResource.name))
        } fresh 24.hours labelled 'each is deployed to dev, switched on, and notifies somebody'
        some Deployment where { deployment.stage == 'dev' && deployment.supersededAt == null } labelled 'the service is in dev'
        every Deployment where { deployment.stage == 'dev' && deployment.supersededAt == null } has AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'dev'
        } unresolved { alarmDef.at < deployment.finishedAt } labelled 'the alarms were exported after the newest deployment'
        fails    "${infraResource.name} is declared, and dev has no such alarm that is switched on and notifies somebody"
        fix      'Deploy the fragment to dev, and export `aws cloudwatch describe-alarms` again.'
    }
}
