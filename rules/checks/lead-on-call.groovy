// Who signed the row of the lead led the surface on the day of the signature; on the day of a handover, both leads did.
check('lead-on-call') {
    every SignOff where {
        signOff.document == param.reviewDirectory + subject.operationId + '.md' && signOff.role.equalsIgnoreCase(param.onCallRole) &&
            !signOff.open && !signOff.rejected
    } unresolved { !signOff.name.startsWith('@') } has anywhere(OnCallSchedule) where {
        onCallSchedule.layer == param.leadLayer && subject.tags.contains(onCallSchedule.service) && onCallSchedule.people.contains(signOff.name) &&
            onCallSchedule.from < signOff.date + 1.days && (onCallSchedule.until == null || onCallSchedule.until > signOff.date)
    } unresolved { onCallSchedule.at < signOff.date + 1.days } labelled 'the signer was on call on the day of the signature'
}
