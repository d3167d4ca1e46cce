section('new-service-code', 'New service: code') {
    item('manifest-complete') {
        title    'Service manifest fills its six mandatory fields'
        severity blocker
        source   'Loop full checklist, Code'
        use 'mandatory-fields'
    }
    item('openapi-described-with-examples') {
        title    'OpenAPI description covers every route with prose and an example'
        source   'Loop full checklist, Code'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
}
