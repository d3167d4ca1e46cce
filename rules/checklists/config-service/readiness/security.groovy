section('security', 'Security') {
    item('pen-test') {
        title    'Penetration test for ABAC bypass is complete'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Security'
        attested by: 'security', within: 365.days
        every anywhere(Attestation) where {
            attestation.item == 'config-service.readiness.security.pen-test' && attestation.decision == CONFIRMED &&
                now - attestation.at <= 365.days && attestation.at <= now
        } awaiting { attestation.evidence == null } must { attestation.evidence != null } labelled 'the attestation links its report'
        fix      'Let the security team attest the finished test, with a link to its report and no critical finding open.'
    }
    item('secret-rotation') {
        title    'Secret rotation is documented'
        severity major
        source   'Config Service readiness, Security'
        some DocSection where {
            docSection.heading =~ '(?i)(secret|credential).*rotat|rotat.*(secret|credential)' && docSection.words >= 25 &&
                docSection.placeholders == 0 && (docSection.listItems >= 2 || docSection.commands > 0)
        }
        fails    "no document says under a heading of its own how secrets are rotated"
        fix      'Write the steps of rotating a secret under a heading of their own, as a list or as commands.'
    }
}
