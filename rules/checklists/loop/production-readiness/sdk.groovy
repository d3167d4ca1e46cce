section('sdk', 'SDK') {
    item('sdk-reference-page') {
        title    'Page of the SDK is committed and was generated from the description of the API as it is'
        severity minor
        source   'Loop production readiness, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-page'
        some anywhere(RepoFile) where {
            repoFile.path == param.sdkPages + '/' + subject.name + '.mdx' && repoFile.tracked
        } labelled 'it is committed'
    }
}
