section('after-ga', 'After GA') {
    item('stability-watch') {
        title    'The owning context reviewed each alert of the first week'
        severity major
        phase    afterGa
        source   'Matter production-readiness review, After GA'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key && apiOperation.maturity == 'ga' } labelled 'the operation is GA'
            every ApiOperation where { apiOperation.key == subject.key } unresolved { apiOperation.maturitySince == null } settled 7.days by {
                apiOperation.maturitySince
            } must { apiOperation.maturitySince <= now } labelled 'a week has passed since'
        }
        some ApiOperation where { apiOperation.key == subject.key } unresolved { apiOperation.context == null } labelled 'it is known which context owns it'
        some DocField where {
            docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'ga since' && docField.date == subject.maturitySince
        } labelled 'the review and the description name the same day'
        some AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.enabled && !alarmDef.actions.isEmpty()
        } fresh 24.hours labelled 'the service has an alarm in prod'
        no anywhere(StateExport) where {
            stateExport.factTypes.contains('AlarmTransition') && (stateExport.stage == null || stateExport.stage == 'prod') &&
                !(stateExport.from <= subject.maturitySince && stateExport.until >= subject.maturitySince + 7.days)
        } unresolved { stateExport.kind != '' } labelled 'the history covers the week'
        every anywhere(AlarmTransition) where {
            (alarmTransition.stage == 'prod' || alarmTransition.stage == null) && (alarmTransition.owner == subject.owner || alarmTransition.owner.isBlank()) &&
                !(alarmTransition.after in ['OK', 'INSUFFICIENT_DATA']) &&
                alarmTransition.occurredAt >= subject.maturitySince && alarmTransition.occurredAt < subject.maturitySince + 7.days
        } unresolved { alarmTransition.stage == null } has anywhere(Attestation) where {
            attestation.item == 'matter.endpoint-prr.after-ga.stability-watch' && (attestation.subject == subject.key || attestation.subject == '*') &&
                attestation.decision == CONFIRMED && (subject.context == null || attestation.role == subject.context) &&
                attestation.at >= alarmTransition.occurredAt && attestation.evidence.endsWith('/' + alarmTransition.key)
        } unresolved { subject.context == null || attestation.expires <= now } labelled 'the owning context reviewed each'
        no anywhere(Attestation) where {
            attestation.item == 'matter.endpoint-prr.after-ga.stability-watch' && (attestation.subject == subject.key || attestation.subject == '*') &&
                attestation.decision == REJECTED
        } labelled 'nobody says that it was not done'
        every anywhere(Attestation) where {
            attestation.item == 'matter.endpoint-prr.after-ga.stability-watch' && (attestation.subject == subject.key || attestation.subject == '*')
        } has anywhere(TeamMember) where {
            teamMember.active && teamMember.handle == attestation.by && teamMember.roles.contains(attestation.role)
        } labelled 'the directory gives the reviewers that role'
        fails    "alert ${alarmTransition.key} of the first week after GA of ${subject.operationId} has no review by ${subject.context}, or the review is not valid: ${attestation.by}"
        fix      'Review the alert, and attest it in the role of the owning context with `/` and the key of the alert at the end of `evidence`.'
    }
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
