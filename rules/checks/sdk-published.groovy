// The package of the SDK may be published, builds, and stands in the registry, made from this very commit and no pre-release.
check('sdk-published') {
    some anywhere(PackageManifest) where {
        packageManifest.name == param.sdkScope + subject.name && !packageManifest.isPrivate
    } labelled 'there is a package that may be published'
    some anywhere(ToolRun) where {
        toolRun.command == 'pnpm --filter ' + param.sdkScope + subject.name + ' build' && toolRun.exitCode == 0
    } at revision labelled 'it builds'
    some anywhere(ArtifactPublication) where {
        artifactPublication.kind == NPM_PACKAGE && artifactPublication.name == param.sdkScope + subject.name &&
            artifactPublication.exists && !(artifactPublication.version =~ '-')
    } at revision fresh 7.days labelled 'the registry holds it, made from the commit'
    fails "the SDK of ${subject.name} does not build, or no release of it was made from ${subject.sha}"
    fix   'Publish it by the job of the release, and export the versions in the registry with their commits.'
}
