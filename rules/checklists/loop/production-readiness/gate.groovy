section('gate', 'Gate') {
    item('changeset') {
        title    'Changeset of the service speaks to users'
        severity minor
        source   'Loop production readiness, Gate'
        appliesIf {
            use 'compared'
            some RepoFile where {
                (repoFile.changed == null || repoFile.changed == true) && !(repoFile.kind in [TEST, DOCUMENT])
            } unresolved { repoFile.changed == null } labelled 'the change reaches the service'
        }
        use 'user-facing-changeset'
    }
    item('ci-green') {
        title    'Pipeline has no failure'
        severity blocker
        source   'Loop production readiness, Gate'
        use 'green-checks', policy: 'gateChecks'
    }
    item('pr-approved') {
        title    'Pull request was approved by a reviewer'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, Gate'
        use 'approved-change'
    }
    item('freeze-window') {
        title    'Merge keeps out of freeze windows'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, Gate'
        use 'outside-freeze'
    }
    item('rollback') {
        title    'Rollback was rehearsed or is written in RUNBOOK.md'
        phase    prePromotion
        source   'Loop production readiness, Gate'
        anyOf('rehearsed or written down') {
            some DocSection where {
                docSection.document == subject.directory + '/RUNBOOK.md' && docSection.heading =~ '(?i)\\broll(ing)?[ -]?back' &&
                    !(docSection.heading =~ '(?i)migrat') && docSection.words >= 12 && docSection.placeholders == 0
            } labelled 'the runbook says how'
            attested within: 180.days labelled 'a rehearsal is on record'
        }
        fix      'Write a section `Rollback` into RUNBOOK.md, or rehearse it and attest the rehearsal.'
    }
    item('manual-deploy-monitored') {
        title    'A person deployed to prod, and it was watched for 30 minutes'
        phase    afterPromotion
        source   'Loop production readiness, Gate'
        anyOf('this commit went to prod') {
            some Deployment where {
                (deployment.stage == 'prod' || deployment.stage == null) && deployment.status == SUCCESS &&
                    (deployment.sha == subject.sha || deployment.sha == null)
            } unresolved { deployment.stage == null || deployment.sha == null } fresh 24.hours by { now } labelled 'a deployment there was of it'
            some Service where { service.key == subject.key } settled 30.minutes by { now } labelled 'none was; half an hour begins when one is finished'
        }
        every Deployment where {
            deployment.stage == 'prod' && deployment.status == SUCCESS && deployment.sha == subject.sha
        } unresolved {
            deployment.finishedAt == null || deployment.trigger == null || deployment.actor == null
        } settled 30.minutes by { deployment.finishedAt } must {
            (deployment.trigger in param.manualTriggers)
        } labelled 'a person started it, and half an hour has passed since'
        anyOf('somebody watched it, as soon as half an hour has passed') {
            attested by: 'on-call', boundTo: revision labelled 'somebody on call says so'
            no Deployment where {
                deployment.stage == 'prod' && deployment.sha == subject.sha && now - deployment.finishedAt >= 30.minutes
            } labelled 'half an hour has not passed'
        }
        anyOf('for half an hour') {
            every Deployment where {
                deployment.stage == 'prod' && deployment.status == SUCCESS && deployment.sha == subject.sha
            } settled 30.minutes by { deployment.finishedAt } has anywhere(Attestation) where {
                attestation.item == 'loop.production-readiness.gate.manual-deploy-monitored' && attestation.sha == subject.sha &&
                    attestation.decision == CONFIRMED && (attestation.subject == subject.key || attestation.subject == '*') &&
                    attestation.at - deployment.finishedAt >= 30.minutes && attestation.at <= now
            } labelled 'half an hour after it was finished'
            no anywhere(Attestation) where {
                attestation.item == 'loop.production-readiness.gate.manual-deploy-monitored' && attestation.sha == subject.sha
            } labelled 'nothing is on record yet'
        }
        fails    "${deployment.key} was started by ${deployment.trigger}, or nobody watched it for 30 minutes"
        fix      'Start the deployment by hand, watch it for 30 minutes, and attest that at the end with `assay attest`.'
    }
}
