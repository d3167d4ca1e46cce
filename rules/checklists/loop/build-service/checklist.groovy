checklist('loop/build-service') {
    title   'Build a service'
    judges  Service
    waivers forbidden
    params {
        readingList type: list, meaning: 'documents an author has read before the first line'
        brands type: list, meaning: 'names of the brands'
        packageScope default: '@services/', meaning: 'what the package names of services begin with'
        templateParts type: list, meaning: 'paths below a service that the template brings along'
        docsSite default: 'docs', meaning: 'directory of the documentation site'
        changesetWords default: 4, meaning: 'a changeset with fewer words says nothing'
        changesetStopWords default: ['fix', 'wip', 'fixes', 'update', 'updates', 'changes', 'misc', 'chore', 'cleanup', 'refactor', 'typo'],
                           meaning: 'summaries that say nothing, in lower case'
        releasedPaths type: text, meaning: 'glob of the files whose change reaches users'
    }
    sections 'before', 'step-1', 'step-2', 'step-4', 'step-9', 'step-10', 'step-12', 'convention'
}
