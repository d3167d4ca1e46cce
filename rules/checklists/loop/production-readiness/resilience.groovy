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
}
