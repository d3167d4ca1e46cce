section('security', 'Security') {
    item('threat-model') {
        title    'Threat model was updated'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Security'
        some anywhere(DocSection) where {
            docSection.document == param.threatModel && docSection.terms.contains(subject.operationId) && docSection.words >= 20
        } labelled 'the threat model speaks of the operation'
        anyOf('it was changed, or security needs no change') {
            some anywhere(DocSection) where {
                docSection.document == param.threatModel && docSection.terms.contains(subject.operationId) &&
                    docSection.changed && docSection.level > 1 // the first level holds the whole page
            } labelled 'the part that speaks of it was changed'
            attested by: 'security', boundTo: anywhere(Document) where { document.path == param.threatModel }
        }
        fails    "the threat model says nothing about ${subject.operationId}"
        fix      'Say in the threat model what the operation changes, or let security attest that it changes nothing.'
    }
    item('soc2-map') {
        title    'The SOC 2 control map names an operation that touches a control area'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Security'
        appliesIf {
            some DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'control area'
            } unresolved { docField.placeholder } labelled 'the review says whether it touches a control area'
            no DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'control area' && docField.value == 'none'
            } labelled 'it touches one'
        }
        some RegistryEntry where { registryEntry.file == param.controlMap && registryEntry.entry == subject.operationId } labelled 'the map names the operation'
        fails    "the control map does not name ${subject.operationId}"
        fix      'Add the operation with its control to the map.'
    }
}
