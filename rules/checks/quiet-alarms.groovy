// No alarm of the service was raised in staging since the newest deployment of the commit, and the history of alarms is
// known over the whole day. A service without an alarm is not quiet: nobody listens.
check('quiet-alarms') {
    every Deployment where {
        deployment.stage == 'staging' && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
    } hasNo anywhere(AlarmTransition) where {
        (alarmTransition.stage == 'staging' || alarmTransition.stage == null) &&
            (alarmTransition.owner == subject.owner || alarmTransition.service == null) &&
            (alarmTransition.after == 'ALARM' || alarmTransition.before == 'ALARM') && alarmTransition.occurredAt >= deployment.finishedAt
    } unresolved { alarmTransition.service == null || alarmTransition.stage == null } fresh 24.hours labelled 'no alarm was raised since'
    every Deployment where {
        deployment.stage == 'staging' && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
    } hasNo anywhere(StateExport) where {
        stateExport.factTypes.contains('AlarmTransition') && (stateExport.stage == null || stateExport.stage == 'staging') &&
            !(stateExport.from <= deployment.finishedAt &&
                (stateExport.until - deployment.finishedAt >= 24.hours || now - deployment.finishedAt < 24.hours))
    } unresolved { stateExport.kind != '' } labelled 'the history covers the day'
    no AlarmDef where {
        alarmDef.source == DEPLOYED && (alarmDef.stage == 'staging' || alarmDef.stage == null) &&
            (alarmDef.state == null || alarmDef.state != 'OK')
    } unresolved { alarmDef.stage == null || alarmDef.state == null || alarmDef.state != 'ALARM' } fresh 24.hours labelled 'no alarm is raised now'
    anyOf('somebody would have noticed') {
        some AlarmDef where { alarmDef.source == DEPLOYED && alarmDef.stage == 'staging' } labelled 'the service has an alarm in staging'
        attested within: 30.days, boundTo: revision labelled 'somebody watched it for the day'
    }
    fails "an alarm was raised in staging since this commit was deployed: ${alarmTransition.alarm} ${alarmDef.name}"
    fix   'Find out why the alarm was raised, mend it, and let the commit run for another day.'
}
