checklist('loop/production-readiness') {
    title   'Production readiness'
    judges  Service
    waivers shown
    params {
        criticalZone default: '**/src/{routes,services,events,db}/**', meaning: 'glob of the source files no promise may be left open in'
        servicePages type: text, meaning: 'directory of the pages that present services, named after them'
        connectDocs type: text, meaning: 'directory of the pages written for partners'
        partnerTag type: text, meaning: 'tag of the operations partners may call'
        changesetWords default: 4, meaning: 'a changeset with fewer words says nothing'
        changesetStopWords default: ['fix', 'wip', 'fixes', 'update', 'updates', 'changes', 'misc', 'chore', 'cleanup', 'refactor', 'typo'],
                           meaning: 'summaries that say nothing, in lower case'
    }
    sections 'artifacts', 'code', 'on-call', 'documentation', 'gate'
}
