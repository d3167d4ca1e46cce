section('new-service-sdk', 'New service: SDK') {
    item('sdk-reference-page') {
        title    'Page of the SDK was generated from the description of the API as it is'
        severity minor
        source   'Loop full checklist, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-page'
    }
}
