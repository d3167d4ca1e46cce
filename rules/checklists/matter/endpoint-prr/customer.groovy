section('customer', 'Customer experience') {
    item('field-explainers') {
        title    'Explainers cover each non-trivial property'
        severity major
        source   'Matter production-readiness review, Customer experience'
        every ApiProperty where {
            apiProperty.operation == subject.key && !(apiProperty.name in param.trivialProperties)
        } must { apiProperty.explainer != null && !apiProperty.explainer.isBlank() }
        fails    "${apiProperty.location} property ${apiProperty.pointer} has no explainer"
        fix      'Write `x-matter-explainer` at the property, or add its name to the trivial ones.'
    }
    item('cookbook') {
        title    'Cookbook recipe has an example for each supported SDK'
        severity minor
        source   'Matter production-readiness review, Customer experience'
        every PolicyValue where { policyValue.name == 'supportedSdks' } has anywhere(Document) where {
            document.path.glob('apps/docs/content/docs/cookbook/*.mdx') && document.terms.contains(subject.operationId) &&
                document.languages.contains(policyValue.value) && document.placeholders == 0
        }
        fails    "no recipe for ${subject.operationId} has a code block in ${policyValue.value}"
        fix      'Add a code block in that language to a recipe that names the operation.'
    }
    item('deprecation-plan') {
        title    'A replacing endpoint comes with a deprecation plan'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Customer experience'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key } unresolved {
                !apiOperation.extensions.contains('x-matter-replaces')
            } labelled 'it is recorded whether it replaces one'
            no ApiExtension where {
                apiExtension.operation == subject.key && apiExtension.name == 'x-matter-replaces' && apiExtension.value == 'none'
            } labelled 'it replaces another operation'
        }
        some ApiExtension where { apiExtension.operation == subject.key && apiExtension.name == 'x-matter-replaces' && !apiExtension.empty }
        every ApiExtension where { apiExtension.operation == subject.key && apiExtension.name == 'x-matter-replaces' } has anywhere(ApiOperation), as: 'replaced' where {
            replaced.operationId == apiExtension.value && replaced.deprecated
        } labelled 'the replaced operation is marked deprecated'
        every ApiExtension where { apiExtension.operation == subject.key && apiExtension.name == 'x-matter-replaces' } has anywhere(DocField) where {
            docField.document == 'apps/docs/content/docs/deprecations/' + apiExtension.value + '.mdx' && docField.field == 'sunset' && docField.date != null
        } labelled 'a plan with a date exists'
        fails    "no deprecation mark or dated plan for ${apiExtension.value}"
        fix      'Mark the replaced operation deprecated and write its plan with a sunset date.'
    }
    item('i18n-errors') {
        title    'Error messages are in the registry of messages'
        severity minor
        source   'Matter production-readiness review, Customer experience'
        every ErrorPath where { errorPath.route == subject.key } unresolved { errorPath.code == null } has ErrorCode where {
            errorCode.code == errorPath.code && errorCode.messageKey != null
        } labelled 'each code names its message'
        every ErrorPath where { errorPath.route == subject.key } unresolved { errorPath.code == null } has RegistryEntry where {
            registryEntry.registry == param.messageRegistry && registryEntry.entry == param.baseLanguage && registryEntry.properties.contains(errorPath.code)
        } labelled 'the base language has each message'
        fails    "error code ${errorPath.code} of ${subject.key} has no message"
        fix      'Add the message to the registry in the base language, and name its key at the code.'
    }
}
