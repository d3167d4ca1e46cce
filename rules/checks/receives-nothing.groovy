// Nothing can become undeliverable: no event is handled, and no queue is declared.
check('receives-nothing') {
    no ManifestField where {
        (manifestField.field in ['events_consumed', 'contracts.events_consumed']) && manifestField.size > 0
    } labelled 'the manifest lists no event'
    no EventHandler labelled 'no source handles one'
    no InfraResource where { infraResource.type =~ '(?i)queue' } labelled 'no queue is declared'
}
