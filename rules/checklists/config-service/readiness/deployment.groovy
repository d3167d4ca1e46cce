section('deployment', 'Deployment') {
    item('image-pushed') {
        title    'Image is built and in the registry'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Deployment'
        some anywhere(ArtifactPublication) where {
            artifactPublication.kind == CONTAINER_IMAGE && artifactPublication.name == param.image && artifactPublication.exists &&
                artifactPublication.digest != null
        } at revision fresh 7.days
        fails    "the registry holds no image ${param.image} of ${subject.sha}"
        fix      'Push the image with the commit as its label, and export what the registry holds with digests and commits.'
    }
    item('manifests-reviewed') {
        title    'Manifests render and were reviewed as they are'
        phase    prePromotion
        source   'Config Service readiness, Deployment'
        use 'rendered-manifests'
        every anywhere(ToolRun), as: 'failed' where {
            failed.tool == param.renderTool && failed.sha == subject.sha && failed.exitCode != 0
        } has anywhere(ToolRun), as: 'later' where {
            later.tool == failed.tool && later.command == failed.command && later.sha == failed.sha && later.exitCode == 0 && later.at > failed.at
        } labelled 'rendering did not fail on the commit'
        attested boundTo: revision labelled 'somebody reviewed them in this commit'
        fails    "there is no manifest of ${subject.name}, or it does not render on ${subject.sha}"
        fix      'Render the chart, export what it gives with the directory as `chart`, and have somebody attest the review of this commit.'
    }
    item('health-endpoints') {
        title    'Endpoints of health are there, probed, and answer'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Deployment'
        use 'runs-candidate', stage: 'staging'
        forEach(['/health/live', '/health/ready']) { endpoint ->
            some Route where {
                route.method == 'GET' && route.path == endpoint && !route.conditional
            } labelled 'the route is there'
            use 'healthy-deployment', stage: 'staging', path: endpoint
        }
        use 'rendered-manifests'
        some Workload where {
            workload.source == DECLARED && (workload.kind in ['Deployment', 'StatefulSet', 'DaemonSet'])
        } labelled 'a manifest says what runs'
        every Workload where {
            workload.source == DECLARED && (workload.kind in ['Deployment', 'StatefulSet', 'DaemonSet'])
        } must {
            workload.livenessPath == '/health/live' && workload.readinessPath == '/health/ready' && workload.liveness && workload.readiness
        } labelled 'its probes ask for them'
        fails    "a route of health is missing, ${workload.name} probes ${workload.livenessPath} and ${workload.readinessPath}, or ${failing.url} said ${failing.status}"
        fix      'Serve /health/live and /health/ready, point the probes at them, ask both after the deployment, and export the answers.'
    }
    item('rollback-staging') {
        title    'Going back to the previous version was carried out in staging'
        phase    afterStagingDeploy
        source   'Config Service readiness, Deployment'
        every Deployment, as: 'failed' where {
            failed.stage == 'staging' && failed.trigger == 'rollback' && failed.previousSha == subject.sha &&
                (failed.status == FAILURE || failed.status == ROLLED_BACK || failed.status == CANCELLED)
        } has Deployment, as: 'later' where {
            later.stage == 'staging' && later.trigger == 'rollback' && later.previousSha == subject.sha && later.status == SUCCESS &&
                later.startedAt > failed.startedAt
        } labelled 'it did not fail'
        anyOf('it was carried out') {
            allOf('the log of deployments shows it') {
                some Deployment, as: 'back' where {
                    back.stage == 'staging' && back.trigger == 'rollback' && back.previousSha == subject.sha && back.status == SUCCESS
                } labelled 'another version took the place of this one'
                every Deployment, as: 'back' where {
                    back.stage == 'staging' && back.trigger == 'rollback' && back.previousSha == subject.sha && back.status == SUCCESS
                } has Deployment where {
                    deployment.stage == 'staging' && deployment.sha == subject.sha && deployment.status == SUCCESS &&
                        deployment.supersededAt == back.startedAt && deployment.previousSha == back.sha && deployment.sha != back.sha
                } labelled 'it was the version before'
                every Deployment, as: 'back' where {
                    back.stage == 'staging' && back.trigger == 'rollback' && back.previousSha == subject.sha && back.status == SUCCESS
                } has HealthProbe where {
                    healthProbe.stage == 'staging' && healthProbe.url.endsWith('/health/ready') && healthProbe.status == 200 &&
                        healthProbe.at >= back.finishedAt && (back.supersededAt == null || healthProbe.at < back.supersededAt) &&
                        (healthProbe.sha == null || healthProbe.sha == back.sha)
                } labelled 'it answered afterwards'
            }
            allOf('somebody speaks of it, or could') {
                anyOf('the version has come to staging') {
                    some Deployment where {
                        (deployment.stage == 'staging' || deployment.stage == null) && (deployment.sha == subject.sha || deployment.previousSha == subject.sha) &&
                            deployment.status != FAILURE && deployment.status != CANCELLED
                    } unresolved { deployment.stage == null || deployment.status == UNKNOWN } labelled 'it was deployed there'
                    some anywhere(Attestation) where {
                        attestation.item == 'config-service.readiness.deployment.rollback-staging' && attestation.sha == subject.sha
                    } labelled 'somebody speaks of it'
                }
                attested within: 30.days, boundTo: revision labelled 'somebody carried it out for this version'
            }
            allOf('it is still to come') {
                no Deployment where {
                    (deployment.stage == 'staging' || deployment.stage == null) && (deployment.sha == subject.sha || deployment.previousSha == subject.sha) &&
                        deployment.status != FAILURE && deployment.status != CANCELLED
                } labelled 'the version has not come to staging'
                some Service where { service.key == subject.key } settled 1.minutes by { now } labelled 'a rollback is possible once it has'
            }
        }
        fails    "a rollback of ${subject.sha} in staging failed, and none since then succeeded"
        fix      'Roll the version back in staging, ask /health/ready, and export the deployments with `trigger: rollback`, or attest it.'
    }
    item('canary') {
        title    'Staging ran 5 % of the traffic on this commit for 30 minutes'
        phase    afterStagingDeploy
        source   'Config Service readiness, Deployment'
        use 'runs-candidate', stage: 'staging'
        every Deployment where {
            deployment.stage == 'staging' && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
        } has RolloutStep where {
            rolloutStep.stage == 'staging' && rolloutStep.sha == deployment.sha && rolloutStep.share == 5.percent && rolloutStep.healthy &&
                rolloutStep.startedAt >= deployment.startedAt && rolloutStep.finishedAt - rolloutStep.startedAt >= 30.minutes
        } labelled 'a step of 5 % took half an hour and ended well'
        fails    "staging does not run this commit after a step of 5 % that took 30 minutes and ended well"
        fix      'Repeat the canary with 5 % for 30 minutes, and export its steps.'
    }
    item('on-call') {
        title    'People are on call for the service'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Deployment'
        use 'on-call-now'
    }
}
