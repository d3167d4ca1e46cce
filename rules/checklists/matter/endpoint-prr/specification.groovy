section('specification', 'Specification') {
    item('matter-extensions') {
        title    'Operation is in the spec with all nine x-matter extensions'
        severity blocker
        source   'Matter production-readiness review, Specification'
        every PolicyValue where { policyValue.name == 'matterExtensions' } has ApiExtension where {
            apiExtension.operation == subject.key && apiExtension.name == policyValue.value && !apiExtension.empty &&
                (param.inheritedExtensions || !apiExtension.inherited)
        }
        fails    "${subject.key} has no value for ${policyValue.value}"
        fix      'Give the operation the extension with a value; false counts, null and {} do not.'
    }
    item('error-taxonomy') {
        title    'Error codes fit their family and each has a docs page'
        severity major
        source   'Matter production-readiness review, Specification'
        every ErrorPath where { errorPath.route == subject.key } unresolved { errorPath.code == null } has ErrorCode where {
            errorCode.code == errorPath.code && errorCode.family != null
        } labelled 'each code belongs to a family'
        every ErrorPath where { errorPath.route == subject.key } unresolved { errorPath.code == null } has anywhere(Document) where {
            document.path == param.errorPages + errorPath.code + '.mdx' && document.words >= 20 && document.placeholders == 0
        } labelled 'each code has a page'
        fails    "error code ${errorPath.code} of ${subject.key} has no family or no page"
        fix      'Add the code to the taxonomy with its family, and write its page.'
    }
}
