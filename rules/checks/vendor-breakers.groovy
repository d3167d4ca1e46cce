// Calls of other companies' systems stand behind a circuit breaker.
check('vendor-breakers') {
    every OutboundCall where {
        !outboundCall.module.startsWith('@platform/') && !outboundCall.host.endsWith(param.platformDomain)
    } unresolved {
        outboundCall.breaker == null && outboundCall.host == null && (outboundCall.style in [FETCH, HTTP_CLIENT])
    } must { outboundCall.breaker != null }
    fails "${outboundCall.target} is called in ${outboundCall.file} outside of any circuit breaker"
    fix   'Make the call inside a circuit breaker that lives as long as the process.'
}
