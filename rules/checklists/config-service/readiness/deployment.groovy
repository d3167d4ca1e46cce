section('deployment', 'Deployment') {
    item('image-pushed') {
        title    'Image is built and in the registry'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Deployment'
        some anywhere(ArtifactPublication) where {
            artifactPublication.kind == CONTAINER_IMAGE && artifactPublication.name == param.image && artifactPublication.exists &&
                artifactPublication.digest != null
        } at revision fresh 7.days
        fails    "the registry holds no image ${param.image} of ${subject.sha}"
        fix      'Push the image with the commit as its label, and export what the registry holds with digests and commits.'
    }
}
