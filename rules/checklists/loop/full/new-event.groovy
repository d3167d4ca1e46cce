section('new-event', 'New event') {
    judges EventType

    item('zod-schema') {
        title    'Event has a zod schema in the file of its family'
        severity blocker
        source   'Loop full checklist, New event'
        some EventType where {
            eventType.key == subject.key && (eventType.schemaKind in [ZOD, OPEN]) &&
                eventType.schemaFile == 'packages/contracts/src/events/' + subject.family + '.ts'
        } unresolved { eventType.schemaKind == OPEN }
        fails    "${subject.name} has no zod schema in packages/contracts/src/events/${subject.family}.ts"
        fix      'Write the schema with z.object in the file of the family.'
    }
    item('schema-accepts-producer') {
        title    'A test shows that the schema accepts what the producer sends'
        source   'Loop full checklist, New event'
        appliesIf {
            some anywhere(EventPublish) where {
                eventPublish.event == subject.name || !eventPublish.resolved
            } unresolved { !eventPublish.resolved } labelled 'something publishes it'
        }
        use 'accepted-payload'
    }
    item('event-page') {
        title    'Reference page of the event was generated from its schema as it is'
        severity minor
        source   'Loop full checklist, New event'
        some anywhere(GeneratedArtifact) where {
            generatedArtifact.path == param.eventPages + '/' + subject.name + '.mdx' &&
                generatedArtifact.inputs.contains(subject.schemaFile) &&
                (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } unresolved { generatedArtifact.current == null } labelled 'it was made from the schema as it is'
        some anywhere(Document) where {
            document.path == param.eventPages + '/' + subject.name + '.mdx' && document.terms.containsAll(subject.payloadKeys)
        } labelled 'it names each property'
        fails    "${subject.name} has no page of its own that was generated from its schema as it is"
        fix      'Generate the page; its front matter names the file of the schema, with the SHA-256 of its bytes.'
    }
    item('registered') {
        title    'Event stands in the registry of schemas'
        severity blocker
        source   'Loop full checklist, New event'
        some EventType where { eventType.key == subject.key && eventType.registered }
        fails    "${subject.name} is not in EVENT_SCHEMAS"
        fix      'Add the event to EVENT_SCHEMAS in packages/contracts/src/registry.ts.'
    }
    item('event-names-regenerated') {
        title    'EVENT_NAMES was made anew after the event was registered'
        source   'Loop full checklist, New event'
        some EventType where { eventType.key == subject.key && eventType.named && eventType.registered } labelled 'it holds the event'
        use 'event-names'
        fails    "EVENT_NAMES is not what the registry gives: ${eventType.name}"
    }
    item('manifest-published') {
        title    'Manifest of every publisher lists the event'
        source   'Loop full checklist, New event'
        every anywhere(EventPublish) where {
            eventPublish.event == subject.name || !eventPublish.resolved
        } unresolved { !eventPublish.resolved } has anywhere(ManifestField) where {
            manifestField.owner == eventPublish.owner && !manifestField.template &&
                (manifestField.field in ['events_published', 'contracts.events_published']) && manifestField.items.contains(subject.name)
        }
        fails    "${eventPublish.owner} publishes ${subject.name} and its manifest does not say so"
        fix      'List the event below `contracts.events_published` of the publisher.'
    }
    item('scoped-and-filtered') {
        title    'Event for users needs a scope and can be chosen for webhooks'
        source   'Loop full checklist, New event'
        appliesIf { some EventType where { eventType.key == subject.key && eventType.userFacing } labelled 'it is meant for users' }
        some anywhere(WebhookFilter) where {
            webhookFilter.event == subject.name && webhookFilter.requiredScope != null
        } labelled 'the filters of webhooks list it with a scope'
        every anywhere(WebhookFilter) where { webhookFilter.event == subject.name } has anywhere(ScopeDef) where {
            scopeDef.scope == webhookFilter.requiredScope
        } labelled 'the scope exists'
        fails    "${subject.name} has no scope, or cannot be chosen for webhooks"
        fix      'Add the event with the scope it needs to packages/webhooks/filters.ts.'
    }
}
