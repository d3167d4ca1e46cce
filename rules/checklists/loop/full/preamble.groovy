section('preamble', 'Before a deployment') {
    item('before-deploy') {
        title    'Whole list was gone through before the commit goes to prod'
        severity blocker
        phase    prePromotion
        judges   Repository
        source   'Loop full checklist, introduction'
        verdictOf 'loop/full', except: 'loop/full#preamble', upTo: promotion, waived: true labelled 'every item that applies is green'
        use 'evaluated-before', checklist: 'loop/full'
        fix      'Close the open items, judge the commit again with `assay check`, and only then deploy it to prod.'
    }
}
