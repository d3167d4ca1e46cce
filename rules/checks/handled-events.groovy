// Each event the manifest says is consumed has a module below src/events that exports a handler which is subscribed.
check('handled-events') {
    every ManifestField where { manifestField.field =~ '^(contracts\\.)?events_consumed\\.\\d+$' } has EventHandler where {
        (eventHandler.event == manifestField.value || !eventHandler.resolved) && eventHandler.exported && !eventHandler.empty &&
            eventHandler.file.startsWith(subject.directory + '/src/events/') && !eventHandler.file.endsWith('/index.ts')
    } unresolved { !eventHandler.resolved }
    fails "no module below src/events exports a handler of ${manifestField.value}"
    fix   'Write src/events/<event>.ts with an exported `handler`, and subscribe it.'
}
