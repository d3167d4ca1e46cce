section('convention', 'Convention checks named in the guide') {
    item('service-runbook-required') {
        title    'Convention check service-runbook-required holds'
        source   'Loop build-a-service guide, Step 9'
        use 'runbook'
    }
}
