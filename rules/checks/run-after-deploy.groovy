// The tool ran against the stage after this very commit came there, reached something, and did not fail since.
check('run-after-deploy') {
    takes {
        tool text
        stage text
    }
    some Deployment where {
        deployment.stage == arg.stage && deployment.status == SUCCESS && deployment.finishedAt != null
    } at revision labelled 'the commit is on the stage'
    every Deployment where {
        deployment.stage == arg.stage && deployment.status == SUCCESS && deployment.sha == subject.sha
    } has ToolRun where {
        toolRun.tool == arg.tool && toolRun.stage == arg.stage && toolRun.exitCode == 0 && !toolRun.covered.isEmpty() &&
            toolRun.at > deployment.finishedAt
    } at revision labelled 'the tool ran there after that, and reached something'
    every ToolRun where {
        toolRun.tool == arg.tool && toolRun.stage == arg.stage && toolRun.sha == subject.sha && toolRun.exitCode == 0
    } hasNo ToolRun, as: 'later' where {
        later.tool == toolRun.tool && (later.stage == toolRun.stage || later.stage == null) && later.exitCode != 0 &&
            later.at > toolRun.at
    } unresolved { later.stage == null } labelled 'no later run failed'
    fails "no `${arg.tool}` of ${subject.name} on ${arg.stage} held after ${subject.sha} came there, or a later one failed"
    fix   'Run it against the stage, and export the run with its service, its stage and what it `covered` as kind records.tool-run.'
}
