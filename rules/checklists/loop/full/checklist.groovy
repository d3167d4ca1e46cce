checklist('loop/full') {
    title   'Full checklist'
    judges  Service
    waivers shown
    params {
        connectDocs type: text, meaning: 'directory of the pages written for partners'
        partnerTag type: text, meaning: 'tag of the operations partners may call'
        releasedPaths type: text, meaning: 'glob of the files whose change reaches users'
        changesetWords default: 4, meaning: 'a changeset with fewer words says nothing'
        changesetStopWords default: ['fix', 'wip', 'fixes', 'update', 'updates', 'changes', 'misc', 'chore', 'cleanup', 'refactor', 'typo'],
                           meaning: 'summaries that say nothing, in lower case'
    }
    sections 'new-service-code', 'new-service-docs', 'new-endpoint', 'new-job', 'partner-integration', 'any-deploy'
}
