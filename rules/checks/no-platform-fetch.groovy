// Hosts of the platform are called through their SDK clients only.
check('no-platform-fetch') {
    no OutboundCall where {
        (outboundCall.style in [FETCH, HTTP_CLIENT]) && (outboundCall.host == null || outboundCall.host.endsWith(param.platformDomain))
    } unresolved { outboundCall.host == null }
    fails "${outboundCall.file} calls ${outboundCall.host} with ${outboundCall.target}"
    fix   'Call the service through its @platform/sdk- package.'
}
