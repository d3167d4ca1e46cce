section('operations', 'Operations') {
    item('on-call-aware') {
        title    'On-call rota knows the surface'
        severity minor
        phase    prePromotion
        source   'Matter production-readiness review, Operations'
        attested by: 'on-call', within: 180.days
        fix      'Walk the rota through the surface and let its lead attest it.'
    }
    item('runbook-drafted') {
        title    'A runbook page exists for the kind of operation'
        severity major
        source   'Matter production-readiness review, Operations'
        some anywhere(Document) where {
            document.directory == param.runbookPages && subject.tags.contains(document.stem) && document.words >= 40 && document.placeholders == 0
        } labelled 'a page is named after a tag of the operation'
        fails    "no runbook of its own is written for ${subject.key}"
        fix      'Write the page of the kind of operation, named after its tag.'
    }
    item('runbook-registered') {
        title    'The runbook is in the registry module'
        severity major
        source   'Matter production-readiness review, Operations'
        some RegistryEntry where {
            registryEntry.file == param.runbookRegistry && subject.tags.contains(registryEntry.entry)
        } labelled 'the registry names the kind of operation'
        every RegistryEntry where {
            registryEntry.file == param.runbookRegistry && subject.tags.contains(registryEntry.entry)
        } unresolved { registryEntry.value == null } has anywhere(Document) where {
            document.path == registryEntry.value
        } labelled 'the page it names exists'
        fails    "the runbook registry has no page for ${subject.key}"
        fix      'Add the kind of operation with the path of its page to the registry.'
    }
    item('chaos-drill') {
        title    'A chaos drill of the surface is in the cadence module'
        severity minor
        source   'Matter production-readiness review, Operations'
        some RegistryEntry where {
            registryEntry.file == param.chaosCadence && subject.tags.contains(registryEntry.entry) && registryEntry.values.contains('enabled=true')
        }
        fails    "no drill that is switched on covers the surface of ${subject.key}"
        fix      'Add a drill for the surface to the cadence module, and switch it on.'
    }
}
