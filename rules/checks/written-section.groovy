// A document at the root of the service has a section on a topic that says something: more than a heading, more than TBD.
check('written-section') {
    takes {
        file text
        heading text
        topic text
    }
    some DocSection where {
        (docSection.document == subject.directory + '/' + arg.file || docSection.document == arg.file) &&
            docSection.heading =~ arg.heading &&
            (docSection.words >= 3 || docSection.listItems > 0 || docSection.links > 0 || docSection.codeBlocks > 0) &&
            (docSection.placeholders == 0 || docSection.words >= 25)
    }
    fails "${subject.directory}/${arg.file} has no written section on ${arg.topic}"
    fix   'Write the section; a few true lines are enough, a heading or TBD is not.'
}
