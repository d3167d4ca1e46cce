section('new-service-sdk', 'New service: SDK') {
    item('sdk-gen') {
        title    'SDK generation ends without errors or changes'
        source   'Loop full checklist, SDK'
        appliesIf { use 'describes-api' }
        use 'clean-run', command: param.sdkCommand
    }
    item('sdk-published') {
        title    'Package of the SDK builds and is published'
        phase    prePromotion
        source   'Loop full checklist, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-published'
    }
    item('sdk-consumer') {
        title    'A consumer imports the SDK, and a call through it succeeded'
        severity minor
        source   'Loop full checklist, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-consumer'
    }
    item('sdk-reference-page') {
        title    'Page of the SDK was generated from the description of the API as it is'
        severity minor
        source   'Loop full checklist, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-page'
    }
}
