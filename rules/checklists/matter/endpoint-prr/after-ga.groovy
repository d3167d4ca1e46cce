section('after-ga', 'After GA') {
    item('feedback-review') {
        title    'Customer feedback was reviewed after a month'
        severity minor
        phase    afterGa
        source   'Matter production-readiness review, After GA'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key && apiOperation.maturity == 'ga' } labelled 'the operation is GA'
            every DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'ga since' && docField.date != null
            } settled 30.days by { docField.date } must { docField.date <= now } labelled 'a month has passed since'
        }
        attested by: 'product'
        anyOf('there is a review, or six weeks have not passed') {
            some anywhere(Attestation) where {
                attestation.item == 'matter.endpoint-prr.after-ga.feedback-review' && (attestation.subject == subject.key || attestation.subject == '*') && attestation.decision == CONFIRMED
            }
            no DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'ga since' && docField.date + 44.days <= now
            } labelled 'six weeks since GA have not passed'
        }
        fails    "${subject.operationId} is GA since ${docField.value}, and nobody reviewed the feedback of the first weeks"
        fix      'Review the feedback of the first month and attest it.'
    }
    item('chaos-game-day') {
        title    'The operation takes part in the next game day where it is told to'
        severity minor
        phase    afterGa
        source   'Matter production-readiness review, After GA'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key && apiOperation.maturity == 'ga' } labelled 'the operation is GA'
            some DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'game day'
            } unresolved { docField.placeholder } labelled 'the review says whether it takes part'
            no DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'game day' && docField.value == 'no'
            } labelled 'it takes part'
        }
        some RegistryEntry where { registryEntry.registry == param.gameDayList && registryEntry.entry == subject.operationId } labelled 'the list names it'
        fails    "the list of the next game day does not name ${subject.operationId}"
        fix      'Add the operation to the list, or record in its review that it takes no part.'
    }
}
