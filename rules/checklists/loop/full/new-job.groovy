section('new-job', 'New job') {
    judges BackgroundJob

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
