// The manifest lists what the code publishes, and nothing else.
check('declared-events') {
    every EventPublish unresolved { !eventPublish.resolved } has ManifestField where {
        (manifestField.field in ['events_published', 'contracts.events_published']) && manifestField.items.contains(eventPublish.event)
    } labelled 'each published event is listed'
    fails "${eventPublish.event} is published in ${eventPublish.file} and not listed in the manifest"
    fix   'List the event below `contracts.events_published` in service.yaml.'
}
