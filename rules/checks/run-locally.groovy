// The README at the root of the service has a section with a command that starts the service.
check('run-locally') {
    some DocSection where {
        (docSection.document == subject.directory + '/README.md' || docSection.document == 'README.md') &&
            docSection.heading =~ '(?i)(\\brun(ning)?\\b|\\blocal(ly)?\\b|getting started|quick ?start|set ?up|\\bdevelop(ment|ing)?\\b)' &&
            docSection.commands > 0 && docSection.placeholders == 0
    } labelled 'a section on running it locally holds a command'
    fails "README.md of ${subject.name} has no section on running it locally with a command in it"
    fix   'Add a section `Run locally` with a fenced shell block that starts the service.'
}
