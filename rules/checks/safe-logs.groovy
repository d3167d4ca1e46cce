// Logs hold fields that are known to be harmless; what may hold health data passes through safeView.
check('safe-logs') {
    every LogStatement where { logStatement.kind == PRODUCTION } unresolved {
        logStatement.whole.isEmpty() && !logStatement.fields.containsAny(param.healthFields) &&
            !param.loggableFields.containsAll(logStatement.fields)
    } must { logStatement.whole.isEmpty() && !logStatement.fields.containsAny(param.healthFields) }
    fails "${logStatement.file} logs ${logStatement.whole} ${logStatement.fields} without safeView"
    fix   'Log single fields that are known to be harmless, or wrap the value in safeView().'
}
