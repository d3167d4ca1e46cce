// It is known which context owns the operation, and which pull request its review document was reviewed in.
check('recorded-review') {
    some ApiOperation where { apiOperation.key == subject.key } unresolved { apiOperation.context == null } labelled 'it is known which context owns it'
    some DocField where {
        docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'pull request'
    } unresolved { docField.number == null } labelled 'the review document names its pull request'
    fails "the review document of ${subject.operationId} names no pull request"
    fix   'Write the number of the pull request that the document was reviewed in as `pull request:` at its head.'
}
