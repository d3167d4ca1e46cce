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
