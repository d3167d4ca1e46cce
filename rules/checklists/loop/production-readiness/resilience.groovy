section('resilience', 'Resilience') {
    item('rate-limits') {
        title    'Every class of routes has its rate limit'
        source   'Loop production readiness, Resilience'
        appliesIf { use 'serves-routes' }
        use 'limited-routes'
    }
    item('circuit-breakers') {
        title    'Each call of a vendor is inside a circuit breaker'
        source   'Loop production readiness, Resilience'
        use 'vendor-breakers'
    }
    item('retries') {
        title    'Retries wait longer each time, by a scattered pause'
        source   'Loop production readiness, Resilience'
        every OutboundCall must {
            !outboundCall.retry || (outboundCall.retryBackoff && outboundCall.retryJitter)
        }
        fails    "${outboundCall.target} is tried again in ${outboundCall.file} without exponential backoff and jitter"
        fix      'Give retry exponential backoff and jitter, and a largest number of attempts.'
    }
    item('graceful-degradation') {
        title    'The service gives a defined reply while a system it calls is down'
        phase    prePromotion
        source   'Loop production readiness, Resilience'
        appliesIf {
            anyOf('it calls other systems') {
                some OutboundCall labelled 'its code calls one'
                some ImportEdge where { importEdge.toModule.startsWith(param.sdkScope) } labelled 'it uses the SDK of another service'
            }
        }
        every OutboundCall unresolved { !outboundCall.fallback } must { outboundCall.fallback } labelled 'each call has an answer for its failure'
        every TestCase, as: 'outage' where { outage.name =~ '(?i)\\b(outage|down|unavailable|unreachable)\\b' } hasNo TestResult where {
            testResult.name.endsWith(outage.name) && testResult.sha == subject.sha && (testResult.status in [FAILED, ERROR])
        } labelled 'no test of an outage failed'
        every TestCase, as: 'outage' where { outage.name =~ '(?i)\\b(outage|down|unavailable|unreachable)\\b' } hasNo AssertedOutcome where {
            assertedOutcome.test == outage.key && assertedOutcome.status == 500
        } labelled 'none expects a crash'
        anyOf('it was tried') {
            attested by: 'service-owner', within: 180.days, boundTo: revision labelled 'somebody took each of them down and saw a defined reply'
            use 'outage-tests'
        }
        fails    "a test of an outage failed or expects a crash: ${outage.name} ${testResult.status} ${assertedOutcome.status}"
        fix      'Answer with a defined reply while the other system is down; show it by a test that stands in for each system, or try it and attest it.'
    }
}
