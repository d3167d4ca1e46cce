section('new-service-database', 'New service: database') {
    item('brand-id-required-indexed') {
        title    'Brand column is mandatory, and indexed wherever queries filter by it'
        source   'Loop full checklist, Database'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: true
        use 'tenant-index'
        fix      'Make the column NOT NULL, and add an index that begins with it.'
    }
}
