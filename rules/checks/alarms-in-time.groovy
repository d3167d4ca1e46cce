// The alarms of production go off no later than above 1 % of errors, 1 s of p99 latency, and the first dead letter.
check('alarms-in-time') {
    some AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.signal == ERROR_RATE && alarmDef.enabled &&
            !alarmDef.actions.isEmpty() && (alarmDef.comparison == GREATER || alarmDef.comparison == GREATER_OR_EQUAL) &&
            (alarmDef.statistic == null || alarmDef.statistic != 'Minimum') &&
            (alarmDef.threshold == null || alarmDef.threshold <= 1.percent)
    } unresolved { alarmDef.threshold == null } fresh 24.hours labelled 'errors above 1 %'
    some AlarmDef where {
        alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.signal == LATENCY && alarmDef.enabled &&
            !alarmDef.actions.isEmpty() && (alarmDef.comparison == GREATER || alarmDef.comparison == GREATER_OR_EQUAL) &&
            alarmDef.statistic =~ '^p99(\\.\\d+)?$' && (alarmDef.threshold == null || alarmDef.threshold <= 1.seconds)
    } unresolved { alarmDef.threshold == null } fresh 24.hours labelled 'p99 latency above 1 s'
    anyOf('dead letters') {
        some AlarmDef where {
            alarmDef.source == DEPLOYED && alarmDef.stage == 'prod' && alarmDef.signal == QUEUE_DEPTH && alarmDef.enabled &&
                !alarmDef.actions.isEmpty() && (alarmDef.statistic == null || alarmDef.statistic != 'Minimum') &&
                ((alarmDef.comparison == GREATER && (alarmDef.threshold == null || alarmDef.threshold <= 0.pieces)) ||
                    (alarmDef.comparison == GREATER_OR_EQUAL && (alarmDef.statistic == null || alarmDef.statistic != 'Average') &&
                        (alarmDef.threshold == null || alarmDef.threshold <= 1.pieces)))
        } unresolved { alarmDef.threshold == null } fresh 24.hours labelled 'the first one raises an alarm'
        use 'receives-nothing' labelled 'there can be none'
    }
}
