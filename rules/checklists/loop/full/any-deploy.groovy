section('any-deploy', 'Any deployment') {
    item('changeset') {
        title    'Changeset says what users will notice'
        severity minor
        judges   Repository
        source   'Loop full checklist, Any deployment'
        appliesIf {
            use 'compared'
            some RepoFile where {
                (repoFile.changed == null || repoFile.changed == true) && repoFile.path.glob(param.releasedPaths)
            } unresolved { repoFile.changed == null } labelled 'the change reaches users'
        }
        use 'user-facing-changeset'
    }
    item('ci-green') {
        title    'All gates of the pipeline are green for the commit'
        severity blocker
        judges   Repository
        source   'Loop full checklist, Any deployment'
        use 'green-checks', policy: 'gateChecks'
    }
    item('human-review') {
        title    'Somebody other than the author approved the change'
        severity blocker
        phase    prePromotion
        judges   Repository
        source   'Loop full checklist, Any deployment'
        use 'approved-change'
    }
    item('freeze-window') {
        title    'Change is merged outside of freeze windows'
        severity blocker
        phase    prePromotion
        judges   Repository
        source   'Loop full checklist, Any deployment'
        use 'outside-freeze'
    }
    item('rollback') {
        title    'Rollback was rehearsed or is written down'
        phase    prePromotion
        source   'Loop full checklist, Any deployment'
        anyOf('rehearsed or written down') {
            some anywhere(DocSection) where {
                (docSection.owner == subject.owner || docSection.document.startsWith('docs/')) &&
                    docSection.heading =~ '(?i)\\broll(ing)?[ -]?back' && !(docSection.heading =~ '(?i)migrat') &&
                    docSection.words >= 12 && docSection.placeholders == 0
            } labelled 'a document of the service or of the platform says how'
            attested within: 180.days labelled 'a rehearsal is on record'
        }
        fix      'Write down how to go back to the previous version, or rehearse it and attest the rehearsal.'
    }
    item('alarms-acknowledged') {
        title    'No alarm is raised without somebody on call knowing it for this deployment'
        phase    prePromotion
        source   'Loop full checklist, Any deployment'
        attested by: 'on-call', within: 24.hours, boundTo: revision labelled 'somebody on call looked at the alarms for this commit'
        use 'acknowledged-alarms', item: 'loop.full.any-deploy.alarms-acknowledged'
        some AlarmDef where { alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' } fresh 24.hours labelled 'its alarms in prod are known'
        fails    "${alarmDef.name} is raised in prod, and nobody has acknowledged it since"
        fix      'Mend what raised the alarm, or have somebody on call attest after the export of the alarms that it may wait.'
    }
}
