section('header', 'Header of the readiness document') {
    item('status') {
        title    'Checklist document has a status'
        severity info
        source   'Config Service readiness, header'
        some DocField where {
            docField.document == param.checklistDocument && docField.field == 'status' && (docField.value.lower() in param.documentStatuses)
        }
        fails    "${param.checklistDocument} has no status, or one that was not agreed on"
        fix      'Write `Status:` and one of the agreed words at the head of the readiness document.'
    }
    item('owner') {
        title    'Checklist document has a named owner'
        severity major
        source   'Config Service readiness, header'
        some DocField where {
            docField.document == param.checklistDocument && docField.field == 'owner' && !docField.placeholder
        } labelled 'an owner is named'
        every DocField where {
            docField.document == param.checklistDocument && docField.field == 'owner' && !docField.placeholder
        } has anywhere(TeamMember) where {
            teamMember.active && (teamMember.handle == docField.value || teamMember.name == docField.value || teamMember.team == docField.value)
        } labelled 'the owner is in the directory'
        fails    "the owner, ${docField.value}, is not in the directory of people"
        fix      'Name a person or team of the directory as `Owner:`.'
    }
    item('last-updated') {
        title    'Checklist document is recent'
        severity info
        source   'Config Service readiness, header'
        some DocField where {
            docField.document == param.checklistDocument && docField.field == 'last updated' && docField.date <= now &&
                now - docField.date <= param.documentFreshness
        }
        fails    "${param.checklistDocument} was not updated within ${param.documentFreshness}"
        fix      'Go through the readiness document again and put today\'s date behind `Last updated:`.'
    }
    item('companions') {
        title    'Companion documents exist'
        severity info
        source   'Config Service readiness, header'
        every PolicyValue where { policyValue.name == 'companionDocuments' } has DocLink where {
            docLink.document == param.checklistDocument && docLink.text == policyValue.value && (docLink.external || docLink.resolves)
        } unresolved { docLink.external }
        fails    "the readiness document has no working link to ${policyValue.value}"
        fix      'Link both companion documents from the head of the readiness document.'
    }
    item('all-green') {
        title    'Production needs all items green'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, gate'
        verdictOf 'config-service/readiness'
        fix      'Turn the open items of this checklist green; none of them can be waived.'
    }
}
