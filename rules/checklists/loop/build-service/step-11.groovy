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
}
