section('docs', 'Documents') {
    item('readme') {
        title 'The service has a README'
        use 'has-document', name: 'README.md'
    }
}
