section('new-job', 'New job') {
    judges BackgroundJob

    item('job-registered') {
        title    'Job stands in the registry with a schedule and a target'
        severity blocker
        source   'Loop full checklist, New job'
        exactly(1) of anywhere(BackgroundJob) where {
            backgroundJob.jobId == subject.jobId && backgroundJob.registered
        } labelled 'one entry of the registry'
        some anywhere(BackgroundJob) where {
            backgroundJob.jobId == subject.jobId && backgroundJob.registered && backgroundJob.enabled &&
                backgroundJob.target != null && backgroundJob.path != null &&
                backgroundJob.schedule =~ '^(rate\\([1-9]\\d* (minutes?|hours?|days?)\\)|cron\\(\\S+( \\S+){5}\\)|\\S+( \\S+){4})$'
        } labelled 'it is not switched off, its schedule is valid, and it has a target'
        fails    "${subject.jobId} is switched off, or lacks a valid schedule or a target"
        fix      'Add one JobDefinition with id, target, path and schedule to services/jobs/src/jobs/registry.ts.'
    }
    item('idempotent-admin-endpoint') {
        title    'Target of the job offers an endpoint that asks for a scope and may be called twice'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, New job'
        some anywhere(Route) where {
            route.owner == 'services/' + subject.target && route.path == subject.path &&
                (route.method == subject.method || route.method == 'ALL')
        } labelled 'the endpoint exists'
        some anywhere(RouteGuard) where {
            routeGuard.owner == 'services/' + subject.target && routeGuard.route == subject.method + ' ' + subject.path &&
                routeGuard.kind == SCOPE && (routeGuard.effective || !routeGuard.resolved)
        } unresolved { !routeGuard.resolved } labelled 'it asks for a scope'
        attested by: 'maintainer', within: 365.days labelled 'somebody saw that a second call changes nothing'
        fix      'Offer the endpoint behind a scope, call it twice, and attest that the second call changed nothing.'
    }
    item('jobs-runbook') {
        title    'Runbook of the jobs service has a section on the job'
        severity minor
        source   'Loop full checklist, New job'
        some anywhere(DocSection) where {
            docSection.document == 'services/jobs/RUNBOOK.md' &&
                (' ' + docSection.heading + ' ').contains(' ' + subject.jobId + ' ') &&
                docSection.words >= 8 && docSection.placeholders == 0
        }
        fails    "services/jobs/RUNBOOK.md has no written section whose heading names ${subject.jobId}"
        fix      'Write a section headed by the id of the job: what it does, and what to do when it fails.'
    }
}
