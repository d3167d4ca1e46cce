section('on-call', 'On call') {
    item('primary') {
        title    'Manifest names who is called first'
        severity blocker
        source   'Loop production readiness, On-call'
        use 'readable-manifest'
        some ManifestField where {
            manifestField.field =~ '^(on_call|on-call|oncall)(\\.primary)?$' && manifestField.shape == TEXT &&
                !manifestField.placeholder && !manifestField.value.isBlank()
        } labelled 'a person or schedule is named'
        anyOf('the person is in the directory, if there is one') {
            every anywhere(Coverage) where { coverage.factType == 'TeamMember' } must {
                coverage.status == NOT_ATTEMPTED
            } labelled 'no directory is given'
            every ManifestField where {
                manifestField.field =~ '^(on_call|on-call|oncall)(\\.primary)?$' && manifestField.shape == TEXT
            } unresolved { !manifestField.value.startsWith('@') } has anywhere(TeamMember) where {
                teamMember.handle == manifestField.value && teamMember.active
            } labelled 'the person is an active member of the directory'
        }
        fails    "the manifest of ${subject.name} does not say who is called first"
        fix      'Name an active member of the directory as `on_call.primary` in service.yaml.'
    }
    item('secondary') {
        title    'A second person is on call, other than the first'
        phase    prePromotion
        source   'Loop production readiness, On-call'
        use 'readable-manifest'
        anyOf('somebody is second') {
            allOf {
                some ManifestField where {
                    manifestField.field =~ '^(on_call|on-call|oncall)\\.primary$' && manifestField.shape == TEXT
                } labelled 'the manifest names the first person'
                some ManifestField where {
                    manifestField.field =~ '^(on_call|on-call|oncall)\\.secondary$' && manifestField.shape == TEXT &&
                        !manifestField.placeholder && !manifestField.value.isBlank()
                } labelled 'the manifest names somebody'
            }
            attested by: 'on-call', within: 90.days labelled 'somebody on call states that the schedule has a second layer'
        }
        every ManifestField, as: 'first' where {
            first.field =~ '^(on_call|on-call|oncall)\\.primary$' && first.shape == TEXT
        } hasNo ManifestField, as: 'second' where {
            second.field =~ '^(on_call|on-call|oncall)\\.secondary$' && second.value == first.value
        } labelled 'it is another person'
        fix      'Name another person as `on_call.secondary` in service.yaml.'
    }
    item('notified') {
        title    'Whoever is on call was told before the promotion'
        severity minor
        phase    prePromotion
        source   'Loop production readiness, On-call'
        some Deployment where { deployment.status == SUCCESS } at revision fresh 24.hours labelled 'the log of deployments knows this commit'
        attested by: 'on-call', boundTo: revision labelled 'somebody on call states to have been told of this commit'
        anyOf('before it went to prod') {
            every Deployment where { deployment.stage == 'prod' && deployment.sha == subject.sha } has anywhere(Attestation) where {
                attestation.item == 'loop.production-readiness.on-call.notified' && attestation.sha == subject.sha &&
                    attestation.at <= deployment.startedAt
            } labelled 'before each deployment of it'
            no anywhere(Attestation) where {
                attestation.item == 'loop.production-readiness.on-call.notified' && attestation.sha == subject.sha
            } labelled 'nothing is on record yet'
        }
        fails    "on-call of ${subject.name} was told of ${subject.sha} only after it went to prod"
        fix      'Tell whoever is on call before the promotion, and have them say so with `assay attest`.'
    }
    item('escalation-runbook') {
        title    'Runbook says whom to call next'
        source   'Loop production readiness, On-call'
        use 'document-with-sections', path: 'RUNBOOK.md', sections: ['escalat'] labelled 'escalation'
        fails    "RUNBOOK.md of ${subject.name} has no written section on escalation"
    }
    item('pagerduty-schedule') {
        title    'A schedule of PagerDuty covers the present time'
        phase    prePromotion
        source   'Loop production readiness, On-call'
        use 'on-call-now'
    }
    item('dashboard-access') {
        title    'Whoever is on call can read the dashboards'
        severity minor
        phase    prePromotion
        source   'Loop production readiness, On-call'
        some Dashboard where { dashboard.source == DEPLOYED } fresh 7.days labelled 'there is a dashboard'
        every OnCallSchedule where {
            !onCallSchedule.people.isEmpty() && (onCallSchedule.until == null || onCallSchedule.until > now)
        } unresolved { onCallSchedule.people.size() > 1 } fresh 7.days has anywhere(AccessGrant) where {
            (onCallSchedule.people.contains(accessGrant.principal) || !accessGrant.principal.startsWith('@')) &&
                accessGrant.resource == param.dashboardFolder && (accessGrant.level.lower() in ['view', 'edit', 'admin'])
        } unresolved { !onCallSchedule.people.contains(accessGrant.principal) } fresh 7.days labelled 'who is on call may look'
        some OnCallSchedule where { !onCallSchedule.people.isEmpty() && (onCallSchedule.until == null || onCallSchedule.until > now) } fresh 7.days labelled 'somebody is'
        fails    "${onCallSchedule.people} of the schedule ${onCallSchedule.schedule} may not read the dashboards"
        fix      'Grant the person the right to view, and export the permissions of the folder again.'
    }
}
