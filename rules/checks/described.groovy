// The README at the root of the service says in prose what the service is; badges and left-overs of the template do not count.
check('described') {
    some Document where {
        document.directory == subject.directory && document.name == 'README.md' && document.introWords >= 12
    } labelled 'a paragraph says what the service is'
    every Document where { document.directory == subject.directory && document.name == 'README.md' } hasNo DocPlaceholder where {
        docPlaceholder.document == document.path && (docPlaceholder.section == null || docPlaceholder.section == document.title)
    } labelled 'the paragraph is not the one of the template'
    fails "README.md of ${subject.name} does not say in a paragraph what the service is"
    fix   'Write two or three sentences below the title: what the service owns, who calls it, and why.'
}
