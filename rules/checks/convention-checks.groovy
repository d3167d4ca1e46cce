// The convention checks ran on this very commit, enough of them and the named topics too, and found nothing in the service or in shared code.
check('convention-checks') {
    some anywhere(ToolRun) where {
        toolRun.tool == param.conventionTool && toolRun.exitCode == 0 && toolRun.covered.size() >= param.conventionChecks &&
            toolRun.covered.containsAll(param.conventionTopics)
    } at revision labelled 'enough of them ran, and those of the named topics'
    no anywhere(ToolFinding) where {
        toolFinding.tool == param.conventionTool && !toolFinding.suppressed &&
            (toolFinding.sha == null || toolFinding.sha == subject.sha) &&
            (toolFinding.owner == subject.owner || toolFinding.owner.isBlank())
    } labelled 'none has a finding'
    fails "the convention checks of ${subject.sha} are too few, lack a topic or have a finding: ${toolFinding.rule} at ${toolFinding.file}:${toolFinding.line}"
    fix   'Mend what is found, turn the checks on that are off, and export their report as kind sarif.'
}
