// What a critical alarm of production notifies pages a person; what a warning notifies ends in a chat, and pages nobody.
// An alarm is routed by what it notifies: a topic no subscription speaks of is no route.
check('routed-alarms') {
    some AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.enabled
    } fresh 24.hours labelled 'an alarm is switched on'
    every AlarmDef where {
        alarmDef.source == DEPLOYED && (alarmDef.stage == 'prod' || alarmDef.stage == null) && alarmDef.enabled
    } unresolved { alarmDef.stage == null } has anywhere(PagerRoute) where {
        pagerRoute.source == DEPLOYED && alarmDef.actions.contains(pagerRoute.matcher) && (pagerRoute.stage == null || pagerRoute.stage == 'prod') &&
            (pagerRoute.severity == null || pagerRoute.target == OTHER || (pagerRoute.severity == 'critical' && pagerRoute.target == PAGE) ||
                (pagerRoute.severity == 'warning' && pagerRoute.target == CHAT))
    } unresolved { pagerRoute.severity == null || pagerRoute.target == OTHER || pagerRoute.condition != null } fresh 7.days labelled 'each has a route that fits its severity'
    every AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.enabled && alarmDef.severity == 'critical'
    } has anywhere(PagerRoute) where {
        pagerRoute.source == DEPLOYED && alarmDef.actions.contains(pagerRoute.matcher) && pagerRoute.target == PAGE
    } labelled 'what calls itself critical pages'
    every AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.enabled
    } hasNo anywhere(PagerRoute) where {
        pagerRoute.source == DEPLOYED && alarmDef.actions.contains(pagerRoute.matcher) && pagerRoute.target == PAGE &&
            (pagerRoute.severity == 'warning' || alarmDef.severity == 'warning')
    } labelled 'no warning pages'
    fails "what ${alarmDef.name} notifies does not lead where its severity belongs: ${alarmDef.actions}"
    fix   'Subscribe PagerDuty to the topic of critical alarms and the chat to that of warnings, and export the subscriptions as records.pager-route.'
}
