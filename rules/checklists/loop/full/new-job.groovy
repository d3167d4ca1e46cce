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
    item('target-url-secret') {
        title    'Address of the target is a secret that is set in each stage'
        phase    prePromotion
        source   'Loop full checklist, New job'
        forEach(['dev', 'staging', 'prod']) { stage ->
            some anywhere(SecretState) where {
                secretState.name == subject.urlSecret && secretState.stage == stage && secretState.present && !secretState.placeholder
            } fresh 24.hours labelled 'it is set in the stage'
        }
        fails    "the address ${subject.jobId} calls is no secret that is set in dev, staging and prod: ${subject.urlSecret}"
        fix      'Name a secret as urlSecret of the job, and set it with `sst secret set` in the stage that lacks it.'
    }
    item('logged-and-alarmed') {
        title    'Runs are logged, and failures raise an alarm in production'
        phase    prePromotion
        source   'Loop full checklist, New job'
        some LogStatement where {
            logStatement.kind == PRODUCTION && logStatement.fields.containsAny(['job_id', 'jobId', 'job']) &&
                logStatement.fields.containsAny(['status', 'outcome', 'result'])
        } labelled 'the scheduler logs which job ran and how it ended'
        some anywhere(AlarmDef) where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.enabled && !alarmDef.actions.isEmpty() &&
                (alarmDef.comparison == GREATER || alarmDef.comparison == GREATER_OR_EQUAL) &&
                (alarmDef.name.startsWith(subject.failureAlarm) || alarmDef.name == 'prod-' + subject.failureAlarm) &&
                (alarmDef.dimensions.contains('JobId=' + subject.jobId) || alarmDef.dimensions.contains('JobName=' + subject.jobId) ||
                    alarmDef.dimensions.contains('Job=' + subject.jobId) || alarmDef.dimensions.contains('job=' + subject.jobId) ||
                    alarmDef.dimensions.contains('job_id=' + subject.jobId) || !alarmDef.dimensions.anyMatches('(?i)^job(_?id|name)?='))
        } unresolved {
            !alarmDef.dimensions.anyMatches('(?i)^job(_?id|name)?=') ||
                (!(alarmDef.metric =~ '(?i)fail|error') && !(alarmDef.expression =~ '(?i)fail|error'))
        } fresh 24.hours labelled 'the alarm the job names watches its failures and is switched on'
        fails    "runs of ${subject.jobId} are not logged with their outcome, or no alarm ${subject.failureAlarm} that watches this job is switched on in production"
        fix      'Log the id and the outcome of each run, deploy the alarm that failureAlarm names with the job as a dimension, and export the alarms again.'
    }
    item('cycle-in-dev') {
        title    'One run in dev was looked at since the commit came there'
        phase    prePromotion
        source   'Loop full checklist, New job'
        use 'runs-candidate', stage: 'dev'
        every Deployment where {
            deployment.stage == 'dev' && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
        } has anywhere(JobRun) where {
            jobRun.job == subject.jobId && jobRun.stage == 'dev' && jobRun.succeeded && jobRun.startedAt >= deployment.finishedAt
        } labelled 'it ran well since'
        every anywhere(JobRun), as: 'failed' where {
            failed.job == subject.jobId && (failed.stage == 'dev' || failed.stage == null) && !failed.succeeded
        } unresolved { failed.stage == null } has anywhere(JobRun), as: 'later' where {
            later.job == subject.jobId && later.stage == 'dev' && later.succeeded && later.startedAt > failed.startedAt
        } labelled 'the newest run did not fail'
        anyOf('what it did was looked at') {
            every Deployment where {
                deployment.stage == 'dev' && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
            } has anywhere(JobRun) where {
                jobRun.job == subject.jobId && jobRun.stage == 'dev' && jobRun.succeeded && jobRun.effectVerified &&
                    jobRun.startedAt >= deployment.finishedAt
            } labelled 'the record says so'
            attested within: 30.days, boundTo: revision labelled 'somebody says so'
        }
        fails    "${subject.jobId} did not run well in dev since this commit came there"
        fix      'Trigger one run in dev, look at what it did, and record that.'
    }
}
