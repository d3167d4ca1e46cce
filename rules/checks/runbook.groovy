// The topics every runbook of the platform has.
check('runbook') {
    use 'document-with-sections', path: 'RUNBOOK.md', sections: ['alarm|alert'] labelled 'alarms'
    some DocSection where {
        docSection.document == subject.directory + '/RUNBOOK.md' && docSection.heading =~ '(?i)\\bdashboard' &&
            docSection.links > 0 && docSection.placeholders == 0
    } labelled 'dashboards, with a link'
    use 'document-with-sections', path: 'RUNBOOK.md', sections: ['remed|troubleshoot|mitigat|recover|repair|how to fix'] labelled 'remediation'
    fails "RUNBOOK.md of ${subject.name} lacks alarms, dashboards with a link, or remediation"
    fix   'Write the missing section: one entry for each alarm, a link to each dashboard, what to do first.'
}
