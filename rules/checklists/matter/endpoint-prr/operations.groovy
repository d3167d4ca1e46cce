section('operations', 'Operations') {
    item('on-call-aware') {
        title    'On-call rota knows the surface'
        severity minor
        phase    prePromotion
        source   'Matter production-readiness review, Operations'
        attested by: 'on-call', within: 180.days
        fix      'Walk the rota through the surface and let its lead attest it.'
    }
}
