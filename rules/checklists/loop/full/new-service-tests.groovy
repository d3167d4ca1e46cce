section('new-service-tests', 'New service: tests') {
    item('unit-tests') {
        title    'Service classes have unit tests'
        source   'Loop full checklist, Tests'
        use 'unit-tested-services'
    }
}
