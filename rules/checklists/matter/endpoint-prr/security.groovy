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
}
