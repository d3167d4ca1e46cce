section('step-12', 'Step 12: production') {
    item('prr-complete') {
        title    'Production readiness is complete, with every box ticked'
        severity blocker
        source   'Loop build-a-service guide, Step 12'
        verdictOf 'loop/production-readiness' labelled 'every item that is judged here is green'
        no anywhere(Waiver) where {
            waiver.item.startsWith('loop.production-readiness.') && (waiver.subject == subject.key || waiver.subject == '*') && waiver.until > now
        } labelled 'nothing is waived'
        attested by: 'service-owner' labelled 'the owner states that the boxes nobody judges here are ticked'
        fix      'Close the open items of loop/production-readiness; waivers do not count here.'
    }
}
