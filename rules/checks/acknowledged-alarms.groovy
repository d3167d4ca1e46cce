// Each alarm that is raised in prod was seen by whoever attests to `item` for this commit; or a fresh export says that none is.
check('acknowledged-alarms') {
    takes { item text }
    anyOf('what is raised was seen since') {
        no AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && (alarmDef.state == null || (alarmDef.state in ['ALARM', 'firing']))
        } unresolved { alarmDef.state == null } fresh 24.hours labelled 'none is raised'
        every AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && (alarmDef.state == null || (alarmDef.state in ['ALARM', 'firing']))
        } unresolved { alarmDef.state == null } fresh 24.hours has anywhere(Attestation) where {
            attestation.item == arg.item && attestation.sha == subject.sha &&
                attestation.decision == CONFIRMED && (attestation.subject == subject.key || attestation.subject == '*') &&
                (attestation.expires == null || attestation.expires > now) && attestation.at >= alarmDef.at && attestation.at <= now
        } labelled 'each was acknowledged'
    }
}
