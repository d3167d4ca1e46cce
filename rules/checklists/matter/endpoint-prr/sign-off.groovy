section('sign-off', 'Sign-off') {
    item('prr-filed') {
        title    'PRR document is filed at its path'
        severity blocker
        source   'Matter production-readiness review, Sign-off'
        some Document where {
            document.path == param.reviewDirectory + subject.operationId + '.md' && document.words >= 40
        } labelled 'there is a document of this name'
        no DocPlaceholder where {
            docPlaceholder.document == param.reviewDirectory + subject.operationId + '.md' &&
                (docPlaceholder.section == null || !(docPlaceholder.section =~ '(?i)^sign[- ]?off')) // rows nobody has signed yet
        } labelled 'nothing in it is left over from the template'
        fails    "no finished review of ${subject.operationId} is filed"
        fix      'Copy the template under the exact operationId and fill it.'
    }
    item('council-quorum') {
        title    'Council quorum reviewed and signed'
        severity blocker
        phase    prePromotion
        source   'Matter production-readiness review, Sign-off'
        no SignOff where { signOff.document == param.reviewDirectory + subject.operationId + '.md' && signOff.rejected } labelled 'nobody refused'
        every SignOff where { signOff.document == param.reviewDirectory + subject.operationId + '.md' && !signOff.open } hasNo DocField where {
            docField.document == signOff.document && docField.field == 'last updated' && docField.date > signOff.date
        } labelled 'no signature is older than the date of the document'
        anyOf('enough members signed') {
            atLeast(param.quorum) of SignOff where {
                signOff.document == param.reviewDirectory + subject.operationId + '.md' && !signOff.rejected &&
                    (signOff.open ||
                        ((signOff.name in param.councilMembers) && signOff.date <= now &&
                            (signOff.documentChangedAt == null || signOff.documentChangedAt > now || signOff.date + 1.days > signOff.documentChangedAt)))
            } awaiting { signOff.open } distinct { signOff.name }
            allOf('or no table exists and the council attests') {
                no SignOff where { signOff.document == param.reviewDirectory + subject.operationId + '.md' }
                attested by: 'api-council', quorum: param.quorum, boundTo: Document where {
                    document.path == param.reviewDirectory + subject.operationId + '.md'
                }
            }
        }
        fails    "the review of ${subject.operationId} lacks ${param.quorum} signatures of council members dated after its last change, or somebody refused"
        fix      'Let the missing members of the council write name and date, after the last change of the document.'
    }
}
