// EVENT_NAMES holds the registered events and no others, and the generator has nothing to change in it.
check('event-names') {
    every anywhere(EventType) must { eventType.named == eventType.registered } labelled 'EVENT_NAMES holds exactly the registered events'
    some anywhere(Repository) unresolved { repository.sha == null } labelled 'the judged commit is known'
    every anywhere(Repository) has anywhere(ToolRun) where {
        toolRun.command == param.eventNamesCommand && toolRun.exitCode == 0 && toolRun.cleanTree
    } unresolved {
        repository.sha == null || toolRun.sha == null || toolRun.sha != repository.sha
    } labelled 'the generator ran on the commit and changed nothing'
    fails "${eventType.name} is not both registered and in EVENT_NAMES, or the generator did not leave the files as they were"
    fix   'Run the generator, commit what it changes, and export the run with its `cleanTree` as kind records.tool-run.'
}
