// A page written for partners mentions the operation; changelogs and the generated reference are no such pages.
check('connect-page') {
    takes {
        changed bool
    }
    some anywhere(Document) where {
        document.path.startsWith(param.connectDocs + '/') && !(document.path =~ '(?i)/(reference/|changelog|changes|release-notes)') &&
            (document.terms.contains(subject.operationId) || document.terms.contains(subject.path) ||
                document.terms.contains(subject.key) || document.terms.containsAny(subject.scopes)) &&
            (document.changed || !arg.changed)
    }
}
