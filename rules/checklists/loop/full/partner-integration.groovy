section('partner-integration', 'New partner integration') {
    judges PartnerIntegration

    item('branding') {
        title    'Buttons and screens of the integration follow the button kit'
        severity minor
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        appliesIf {
            some anywhere(PartnerIntegration) where {
                partnerIntegration.key == subject.key && partnerIntegration.userInterface
            } labelled 'it shows something to people'
        }
        attested by: 'design', within: 730.days
        fix      'Ask a reviewer of the design team to compare the integration with the button kit and attest the result.'
    }
    item('revoke-ui') {
        title    'People can disconnect the integration themselves'
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        attested within: 730.days
        every anywhere(Attestation) where {
            attestation.item == 'loop.full.partner-integration.revoke-ui' && attestation.decision == CONFIRMED &&
                (attestation.subject == subject.key || attestation.subject == '*')
        } awaiting { attestation.evidence == null } must { attestation.at <= now } labelled 'the statement links its evidence'
        fix      'Try the control that disconnects, see the grant gone, and attest it with a link to the record.'
    }
}
