// What is published, in the code or by the word of the manifest, stands in EVENT_SCHEMAS.
check('registered-events') {
    every EventPublish unresolved { !eventPublish.resolved } has anywhere(EventType) where {
        eventType.name == eventPublish.event && eventType.registered
    } labelled 'each event the code publishes'
    every ManifestField where { manifestField.field =~ '^(contracts\\.)?events_published\\.\\d+$' } has anywhere(EventType) where {
        eventType.name == manifestField.value && eventType.registered
    } labelled 'each event the manifest lists'
    fix 'Add the event with its schema to EVENT_SCHEMAS in packages/contracts/src/registry.ts.'
}
