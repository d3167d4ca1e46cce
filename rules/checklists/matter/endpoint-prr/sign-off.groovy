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
        every SignOff where { signOff.document == param.reviewDirectory + subject.operationId + '.md' && !signOff.open && !(signOff.role.equalsIgnoreCase(param.onCallRole)) } hasNo DocField where {
            docField.document == signOff.document && docField.field == 'last updated' && docField.date > signOff.date
        } labelled 'no signature is older than the date of the document'
        anyOf('enough members signed') {
            atLeast(param.quorum) of SignOff where {
                signOff.document == param.reviewDirectory + subject.operationId + '.md' && !signOff.rejected &&
                    !(signOff.role.equalsIgnoreCase(param.onCallRole)) &&
                    (signOff.open ||
                        ((signOff.name in param.councilMembers) && signOff.date <= now &&
                            (signOff.documentChangedAt == null || signOff.documentChangedAt > now || signOff.date + 1.days > signOff.documentChangedAt)))
            } awaiting { signOff.open } distinct { signOff.name }
            allOf('or no table exists and the council attests') {
                no SignOff where {
                    signOff.document == param.reviewDirectory + subject.operationId + '.md' && !(signOff.role.equalsIgnoreCase(param.onCallRole))
                }
                attested by: 'api-council', quorum: param.quorum, boundTo: Document where {
                    document.path == param.reviewDirectory + subject.operationId + '.md'
                }
            }
        }
        fails    "the review of ${subject.operationId} lacks ${param.quorum} signatures of council members dated after its last change, or somebody refused"
        fix      'Let the missing members of the council write name and date, after the last change of the document.'
    }
    item('flag-ladder') {
        title    'The roll-out goes from a shadow to everybody in four weeks or more'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Sign-off'
        anyOf('the ladder is defined') {
            allOf('by the steps of the flag') {
                some anywhere(FlagStep) where {
                    flagStep.stage == 'prod' && flagStep.flag == subject.operationId && flagStep.shadow
                } fresh 30.days labelled 'a shadow'
                some anywhere(FlagStep) where {
                    flagStep.stage == 'prod' && flagStep.flag == subject.operationId && !flagStep.shadow && flagStep.share == 1.percent
                } fresh 30.days labelled '1 %'
                some anywhere(FlagStep) where {
                    flagStep.stage == 'prod' && flagStep.flag == subject.operationId && !flagStep.shadow && flagStep.share == 10.percent
                } fresh 30.days labelled '10 %'
                some anywhere(FlagStep) where {
                    flagStep.stage == 'prod' && flagStep.flag == subject.operationId && !flagStep.shadow && flagStep.share == 50.percent
                } fresh 30.days labelled '50 %'
                every anywhere(FlagStep), as: 'last' where {
                    last.stage == 'prod' && last.flag == subject.operationId && !last.shadow && last.share == 100.percent
                } fresh 30.days has anywhere(FlagStep), as: 'first' where {
                    first.stage == 'prod' && first.flag == subject.operationId && first.shadow && last.from - first.from >= 28.days
                } labelled 'four weeks or more from the shadow to 100 %'
                some anywhere(FlagStep) where {
                    flagStep.stage == 'prod' && flagStep.flag == subject.operationId && !flagStep.shadow && flagStep.share == 100.percent
                } fresh 30.days labelled '100 %'
                every anywhere(FlagStep), as: 'step' where { step.stage == 'prod' && step.flag == subject.operationId } hasNo anywhere(FlagStep), as: 'early' where {
                    early.stage == 'prod' && early.flag == subject.operationId && !early.shadow && early.from <= step.from &&
                        (step.shadow || early.share > step.share)
                } labelled 'no step comes before a smaller one'
            }
            allOf('by the review document, where no flag is exported') {
                every anywhere(Coverage) where { coverage.factType == 'FlagStep' && coverage.extractor == 'exports' } must {
                    coverage.status == NOT_ATTEMPTED
                } labelled 'no flag is exported'
                some DocField where {
                    docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'rollout shadow' && docField.date != null
                } labelled 'a day for the shadow'
                use 'dated-after', document: subject.operationId, field: 'rollout shadow', next: 'rollout 1%'
                use 'dated-after', document: subject.operationId, field: 'rollout 1%', next: 'rollout 10%'
                use 'dated-after', document: subject.operationId, field: 'rollout 10%', next: 'rollout 50%'
                use 'dated-after', document: subject.operationId, field: 'rollout 50%', next: 'rollout 100%'
                every DocField, as: 'first' where {
                    first.document == param.reviewDirectory + subject.operationId + '.md' && first.field == 'rollout shadow'
                } has DocField, as: 'last' where {
                    last.document == first.document && last.field == 'rollout 100%' && last.date - first.date >= 28.days
                } labelled 'four weeks or more between them'
            }
        }
        fails    "the roll-out of ${subject.operationId} lacks a step of shadow, 1 %, 10 %, 50 % and 100 %, has them out of order, or takes less than four weeks"
        fix      'Complete the steps of the flag that bears the name of the operation, and export them as kind records.flag-step.'
    }
}
