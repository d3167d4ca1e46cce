// In production an alarm watches each of error rate, 99th percentile of latency and dead letters, and notifies somebody.
check('watching-alarms') {
    some AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.signal == ERROR_RATE && alarmDef.enabled &&
            !alarmDef.actions.isEmpty() && (alarmDef.comparison == GREATER || alarmDef.comparison == GREATER_OR_EQUAL) &&
            (alarmDef.statistic == null || alarmDef.statistic != 'Minimum')
    } fresh 24.hours labelled 'error rate'
    some AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.signal == LATENCY && alarmDef.enabled &&
            !alarmDef.actions.isEmpty() && (alarmDef.comparison == GREATER || alarmDef.comparison == GREATER_OR_EQUAL) &&
            alarmDef.statistic =~ '^p99(\\.\\d+)?$'
    } fresh 24.hours labelled 'p99 latency'
    anyOf('dead letters') {
        some AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.signal == QUEUE_DEPTH && alarmDef.enabled &&
                !alarmDef.actions.isEmpty() && (alarmDef.comparison == GREATER || alarmDef.comparison == GREATER_OR_EQUAL) &&
                (alarmDef.statistic == null || alarmDef.statistic != 'Minimum')
        } fresh 24.hours labelled 'they raise an alarm'
        use 'receives-nothing' labelled 'there can be none'
    }
}
