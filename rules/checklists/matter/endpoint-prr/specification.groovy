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
}
