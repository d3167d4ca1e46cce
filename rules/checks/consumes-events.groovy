// False only when the manifest lists no event, and no source handles one.
check('consumes-events') {
    anyOf('the service handles events') {
        some ManifestField where {
            (manifestField.field in ['events_consumed', 'contracts.events_consumed']) && manifestField.size > 0
        } labelled 'the manifest lists one'
        some EventHandler labelled 'a source handles one'
    }
}
