// A record of the service's own leads to the edge of a stage. A wildcard answers for any name and so proves nothing, nor
// does the answer of a resolver for a name that a content delivery network stands in for.
check('stage-record') {
    takes {
        stage text
        infix text
    }
    some anywhere(DnsRecord) where {
        (dnsRecord.name == (subject.name + arg.infix + param.platformDomain).lower() || dnsRecord.name == '*' + arg.infix + param.platformDomain) &&
            (dnsRecord.stage == null || dnsRecord.stage == arg.stage) && dnsRecord.exists &&
            (param.edges.contains(arg.stage + '=' + dnsRecord.target) || (dnsRecord.proxied && dnsRecord.source == DEPLOYED))
    } unresolved {
        dnsRecord.wildcard || dnsRecord.name.startsWith('*') || !param.edges.contains(arg.stage + '=' + dnsRecord.target)
    } fresh 1.hours
}
