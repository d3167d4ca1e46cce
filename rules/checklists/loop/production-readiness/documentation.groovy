section('documentation', 'Documentation') {
    item('service-page') {
        title    'Service page shows description, status, owner and dashboards'
        severity minor
        source   'Loop production readiness, Documentation'
        forEach(['description', 'status', 'owner']) { name ->
            some anywhere(DocField) where {
                docField.document == param.servicePages + '/' + subject.name + '.mdx' && docField.field == name && !docField.placeholder
            }
            every anywhere(DocField) where {
                docField.document == param.servicePages + '/' + subject.name + '.mdx' && docField.field == name
            } has ManifestField where { manifestField.field == name && manifestField.value == docField.value }
        }
        some anywhere(DocLink) where {
            docLink.document == param.servicePages + '/' + subject.name + '.mdx' && docLink.text =~ '(?i)dashboard'
        } labelled 'the page links a dashboard'
        fails    "the page of ${subject.name} does not show description, status, owner and dashboards as the manifest has them"
        fix      'Generate the page from the manifest again, and link the dashboards of the service.'
    }
    item('connect-docs') {
        title    'Pages for partners cover new scopes'
        severity minor
        source   'Loop production readiness, Documentation'
        appliesIf {
            use 'compared'
            some ApiOperation where {
                apiOperation.tags.contains(param.partnerTag) && !apiOperation.scopes.isEmpty() &&
                    (apiOperation.newScopes == null || !apiOperation.newScopes.isEmpty())
            } unresolved { apiOperation.newScopes == null } labelled 'partners get a new scope'
        }
        every ApiOperation where {
            apiOperation.tags.contains(param.partnerTag) && !apiOperation.newScopes.isEmpty()
        } has anywhere(Document) where {
            document.path.startsWith(param.connectDocs + '/') && !(document.path =~ '(?i)/(reference/|changelog|changes|release-notes)') &&
                document.terms.containsAny(apiOperation.newScopes) && document.changed
        }
        fails    "no changed page for partners mentions the new scope of ${apiOperation.key}"
        fix      'Say on a page for partners what the new scope allows.'
    }
    item('event-pages') {
        title    'Each published event has a page that was generated from its schema as it is'
        severity minor
        source   'Loop production readiness, Documentation'
        appliesIf { use 'publishes-events' }
        every EventPublish unresolved { !eventPublish.resolved } has anywhere(GeneratedArtifact) where {
            generatedArtifact.path == param.eventPages + '/' + eventPublish.event + '.mdx' &&
                (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } unresolved { generatedArtifact.current == null } labelled 'each event the code publishes has a current page'
        every EventPublish unresolved { !eventPublish.resolved } has anywhere(Document) where {
            document.path == param.eventPages + '/' + eventPublish.event + '.mdx' && document.terms.containsAll(eventPublish.payloadKeys)
        } labelled 'its page names each property that is sent'
        every ManifestField where { manifestField.field =~ '^(contracts\\.)?events_published\\.\\d+$' } has anywhere(GeneratedArtifact) where {
            generatedArtifact.path == param.eventPages + '/' + manifestField.value + '.mdx' &&
                (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } unresolved { generatedArtifact.current == null } labelled 'each event of the manifest has a current page'
        every anywhere(GeneratedArtifact) where { generatedArtifact.path.startsWith(param.eventPages + '/') } has anywhere(EventType) where {
            generatedArtifact.path == param.eventPages + '/' + eventType.name + '.mdx' &&
                generatedArtifact.inputs.contains(eventType.schemaFile)
        } labelled 'pages are made from the schema of their event'
        fix      'Generate the page; its front matter names the file of the schema, with the SHA-256 of its bytes.'
    }
    item('concept-pages') {
        title    'Each new idea of the domain has a page that explains it'
        severity minor
        phase    prePromotion
        source   'Loop production readiness, Documentation'
        every PolicyValue where { policyValue.name == 'newPrimitives' } has anywhere(Document) where {
            document.path == param.conceptPages + '/' + policyValue.value + '.mdx' && document.words >= 10 && document.placeholders == 0
        }
        fails    "${policyValue.value} has no page that explains it"
        fix      'Write the page.'
    }
    item('cross-links') {
        title    'Pages of related services link the page of the service'
        severity minor
        source   'Loop production readiness, Documentation'
        use 'linked-back'
    }
}
