section('preamble', 'Before the promotion') {
    item('before-promotion') {
        title    'Service passes this list before its promotion to prod'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, introduction'
        verdictOf 'loop/production-readiness', except: 'loop/production-readiness#preamble', upTo: prePromotion labelled 'every item that applies is green'
        use 'evaluated-before', checklist: 'loop/production-readiness'
        fix      'Close the open items, judge the commit again with `assay check`, and only then promote it.'
    }
    item('badge') {
        title    'Badge of the catalogue says what this list gives'
        severity minor
        source   'Loop production readiness, introduction'
        exactly(1) of anywhere(RegistryEntry) where {
            registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name
        } labelled 'the catalogue lists the service once'
        anyOf('badge and list say the same') {
            allOf('both say that it is ready') {
                some anywhere(RegistryEntry) where {
                    registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name &&
                        registryEntry.values.contains('badge=' + param.readyBadge)
                } labelled 'the badge says so'
                verdictOf 'loop/production-readiness', except: 'loop/production-readiness#preamble', upTo: prePromotion,
                          no: [FAIL, UNKNOWN] labelled 'no item fails or is unknown'
            }
            allOf('both say that it is not') {
                some anywhere(RegistryEntry) where {
                    registryEntry.file == param.serviceCatalog && registryEntry.entry == subject.name &&
                        !registryEntry.values.contains('badge=' + param.readyBadge)
                } labelled 'the badge does not say that it is ready'
                verdictOf 'loop/production-readiness', except: 'loop/production-readiness#preamble', upTo: prePromotion,
                          some: [FAIL, UNKNOWN] labelled 'an item fails or is unknown'
            }
        }
        fails    "the badge of ${subject.name} in the catalogue is not what the list gives"
        fix      'Write the badge from what `assay check` gives, on every change.'
    }
}
