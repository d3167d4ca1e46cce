section('step-5', 'Step 5: events') {
    item('zod-schema') {
        title    'Each published event has a zod schema in the file of its family'
        severity blocker
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'publishes-events' }
        every EventPublish unresolved { !eventPublish.resolved } has anywhere(EventType) where {
            eventType.name == eventPublish.event && (eventType.schemaKind in [ZOD, OPEN]) &&
                eventType.schemaFile == 'packages/contracts/src/events/' + eventType.family + '.ts'
        } unresolved { eventType.schemaKind == OPEN } labelled 'each event the code publishes'
        every ManifestField where { manifestField.field =~ '^(contracts\\.)?events_published\\.\\d+$' } has anywhere(EventType) where {
            eventType.name == manifestField.value && (eventType.schemaKind in [ZOD, OPEN]) &&
                eventType.schemaFile == 'packages/contracts/src/events/' + eventType.family + '.ts'
        } unresolved { eventType.schemaKind == OPEN } labelled 'each event the manifest lists'
        fix      'Write the schema with z.object in packages/contracts/src/events/<family>.ts.'
    }
    item('registered') {
        title    'Each published event stands in the registry of schemas'
        severity blocker
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'publishes-events' }
        use 'registered-events'
    }
    item('event-names') {
        title    'EVENT_NAMES was made anew'
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'publishes-events' }
        use 'event-names'
    }
    item('manifest-published') {
        title    'Manifest lists the published events'
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'publishes-events' }
        use 'declared-events'
    }
    item('manifest-consumed') {
        title    'Manifest lists the consumed events, and only these'
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'consumes-events' }
        some ManifestField where { manifestField.field =~ '^(contracts\\.)?events_consumed\\.\\d+$' } labelled 'an event is listed'
        every EventHandler unresolved { !eventHandler.resolved } has ManifestField where {
            (manifestField.field in ['events_consumed', 'contracts.events_consumed']) && manifestField.items.contains(eventHandler.event)
        } labelled 'each handled event is listed'
        every ManifestField where { manifestField.field =~ '^(contracts\\.)?events_consumed\\.\\d+$' } has EventHandler where {
            eventHandler.event == manifestField.value || !eventHandler.resolved
        } unresolved { !eventHandler.resolved } labelled 'each listed event is handled'
        fix      'List the event below `contracts.events_consumed`, or remove its handler.'
    }
    item('handler-file') {
        title    'Each consumed event has a module that exports handler'
        severity blocker
        source   'Loop build-a-service guide, Step 5'
        appliesIf { use 'consumes-events' }
        every ManifestField where { manifestField.field =~ '^(contracts\\.)?events_consumed\\.\\d+$' } has EventHandler where {
            (eventHandler.event == manifestField.value || !eventHandler.resolved) && eventHandler.exported && !eventHandler.empty &&
                eventHandler.handler == 'handler' && eventHandler.file.startsWith(subject.directory + '/src/events/') &&
                !eventHandler.file.endsWith('/index.ts')
        } unresolved { !eventHandler.resolved }
        fails    "no module below src/events exports a handler of ${manifestField.value} under the name handler"
        fix      'Write src/events/<event>.ts with an exported function `handler`.'
    }
}
