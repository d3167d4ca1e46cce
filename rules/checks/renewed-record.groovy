// Each attestation to `item` about the subject that has expired was followed by one that still holds; or none has expired.
check('renewed-record') {
    takes { item text }
    anyOf('none that has expired is the last') {
        no anywhere(Attestation), as: 'record' where {
            record.item == arg.item && record.subject == subject.key && record.decision == CONFIRMED && record.expires <= now
        } labelled 'none has expired'
        every anywhere(Attestation), as: 'record' where {
            record.item == arg.item && record.subject == subject.key && record.decision == CONFIRMED && record.expires <= now
        } has anywhere(Attestation), as: 'later' where {
            later.item == record.item && later.subject == record.subject && later.decision == CONFIRMED && later.at > record.at &&
                (later.expires == null || later.expires > now)
        } labelled 'each was renewed'
    }
}
