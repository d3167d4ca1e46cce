section('step-8', 'Step 8: tests') {
    item('unit') {
        title    'Unit tests cover the service classes'
        source   'Loop build-a-service guide, Step 8'
        use 'unit-tested-services'
    }
}
