section('before', 'Before you start') {
    item('required-reading') {
        title    'Author read the documents of the reading list'
        severity info
        phase    prePromotion
        source   'Loop build-a-service guide, Before you start'
        appliesIf { some PolicyValue where { policyValue.name == 'readingList' } labelled 'the list names a document' }
        attested()
        fix      'Read the list and attest it.'
    }
    item('similar-service') {
        title    'An existing service of like shape was the pattern'
        severity info
        phase    prePromotion
        source   'Loop build-a-service guide, Before you start'
        attested()
        every anywhere(Attestation) where {
            attestation.item == 'loop.build-service.before.similar-service' && attestation.decision == CONFIRMED &&
                (attestation.subject == subject.key || attestation.subject == '*')
        } has anywhere(RepoFile) where {
            repoFile.path == attestation.evidence + '/service.yaml'
        } labelled 'the statement names a service of this repository'
        fix      'Attest which service was the pattern, with its directory as the evidence.'
    }
}
