// False only when the manifest lists no event, and no source publishes one.
check('publishes-events') {
    anyOf('the service publishes events') {
        some ManifestField where {
            (manifestField.field in ['events_published', 'contracts.events_published']) && manifestField.size > 0
        } labelled 'the manifest lists one'
        some EventPublish labelled 'a source publishes one'
    }
}
