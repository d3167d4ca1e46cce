section('sdk', 'SDK') {
    item('sdk-gen') {
        title    'SDK generation gives clean output'
        source   'Loop production readiness, SDK'
        appliesIf { use 'describes-api' }
        use 'clean-run', command: param.sdkCommand
    }
    item('sdk-published') {
        title    'Package of the SDK builds and is in GitHub Packages'
        phase    prePromotion
        source   'Loop production readiness, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-published'
        some anywhere(ArtifactPublication) where {
            artifactPublication.name == param.sdkScope + subject.name && artifactPublication.registry == param.packageRegistry &&
                artifactPublication.exists && !(artifactPublication.version =~ '-')
        } at revision fresh 7.days labelled 'the registry is the one that was agreed on'
        fails    "the SDK of ${subject.name} does not build, or no release of it in the agreed registry was made from ${subject.sha}"
    }
    item('sdk-consumer') {
        title    'A consumer calls through the SDK'
        severity minor
        source   'Loop production readiness, SDK'
        appliesIf { use 'describes-api' }
        use 'sdk-consumer'
    }
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
