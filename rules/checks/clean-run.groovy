// The command ended well on this very commit, warned of nothing and left every file as it was, and no run after that did otherwise.
check('clean-run') {
    takes { command text }
    some anywhere(ToolRun) where {
        toolRun.command == arg.command && toolRun.exitCode == 0 && toolRun.cleanTree && toolRun.errors <= 0 && toolRun.warnings <= 0
    } at revision labelled 'the command ended well and changed no file'
    every anywhere(ToolRun) where {
        toolRun.command == arg.command && toolRun.sha == subject.sha && toolRun.exitCode == 0 && toolRun.cleanTree
    } hasNo anywhere(ToolRun), as: 'later' where {
        later.command == toolRun.command && later.sha == toolRun.sha && (later.exitCode != 0 || !later.cleanTree) && later.at > toolRun.at
    } labelled 'no later run did otherwise'
    fails "`${arg.command}` failed, warned or changed files on ${subject.sha}"
    fix   'Run it, commit what it changes, and export the run with its `cleanTree` as kind records.tool-run.'
}
