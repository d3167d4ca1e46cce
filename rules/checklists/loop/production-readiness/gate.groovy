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
}
