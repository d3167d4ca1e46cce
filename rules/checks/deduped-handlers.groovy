// A handler ignores what was delivered before, told by the id of the event and the name of the handler.
check('deduped-handlers') {
    every EventHandler unresolved {
        !eventHandler.dedupeKnown && !(eventHandler.idempotent && eventHandler.dedupe.size() >= 2 && eventHandler.dedupe.containsAny(param.eventIds))
    } must {
        eventHandler.idempotent && eventHandler.dedupe.size() >= 2 && eventHandler.dedupe.containsAny(param.eventIds)
    }
    fails "${eventHandler.file} does not recognise ${eventHandler.event} by event id and handler"
    fix   'Wrap the handler in dedupe with the id of the event and a name of its own.'
}
