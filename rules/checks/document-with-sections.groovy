// A document at the root of the service, or at a path from the root of the repository, has written sections: more than a
// heading, more than TBD. Sections are named by how a word of their heading begins, whatever its case: 'alarm|alert' finds
// "Alarms" and "Active alerts".
check('document-with-sections') {
    takes {
        path text
        sections list
    }
    forEach(arg.sections) { section ->
        some DocSection where {
            (docSection.document == subject.directory + '/' + arg.path || docSection.document == arg.path) &&
                docSection.heading =~ '(?i)\\b(' + section + ')' &&
                (docSection.words >= 3 || docSection.listItems > 0 || docSection.links > 0 || docSection.codeBlocks > 0) &&
                (docSection.placeholders == 0 || docSection.words >= 25)
        } labelled section
    }
    fails "${subject.directory}/${arg.path} does not have a written section on each of: ${arg.sections}"
    fix   'Write the section; a few true lines are enough, a heading or TBD is not.'
}
