// A rotation of the service has people at this moment, and all who are on it still work here.
check('on-call-now') {
    some OnCallSchedule where {
        onCallSchedule.from <= now && (onCallSchedule.until == null || onCallSchedule.until > now) && !onCallSchedule.people.isEmpty()
    } unresolved { onCallSchedule.escalation == null } fresh 7.days labelled 'somebody is on call now'
    anyOf('the people are in the directory, if there is one') {
        every anywhere(Coverage) where { coverage.factType == 'TeamMember' } must {
            coverage.status == NOT_ATTEMPTED
        } labelled 'no directory is given'
        every OnCallSchedule where {
            onCallSchedule.from <= now && (onCallSchedule.until == null || onCallSchedule.until > now)
        } hasNo anywhere(TeamMember) where {
            !teamMember.active && onCallSchedule.people.contains(teamMember.handle)
        } fresh 7.days by { now } labelled 'nobody on it has left'
    }
    fails "nobody is on call for ${subject.name} at present, or somebody on it has left: ${onCallSchedule.people}"
    fix   'Assign people to the rotation for the present time, tie it to an escalation policy, and export the schedules again.'
}
