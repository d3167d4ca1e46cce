// The command ended well on this very commit, and no run after that failed.
check('green-run') {
    takes { command text }
    some anywhere(ToolRun) where { toolRun.command == arg.command && toolRun.exitCode == 0 } at revision labelled 'the command ended well'
    every anywhere(ToolRun) where {
        toolRun.command == arg.command && toolRun.sha == subject.sha && toolRun.exitCode == 0
    } hasNo anywhere(ToolRun), as: 'later' where {
        later.command == toolRun.command && later.sha == toolRun.sha && later.exitCode != 0 && later.at > toolRun.at
    } labelled 'no later run failed'
    fails "`${arg.command}` did not end well on ${subject.sha}, or a later run did not"
    fix   'Run it on the commit, mend what it says, and export the run as kind records.tool-run.'
}
