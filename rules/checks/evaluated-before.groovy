// A deployment of the commit to prod began only after the commit was judged and found ready. None has begun yet when a fresh
// log of deployments says so.
check('evaluated-before') {
    takes { checklist text }
    no Deployment where {
        (deployment.stage == 'prod' || deployment.stage == null) &&
            (deployment.sha == null || (deployment.stage == null && deployment.sha == subject.sha))
    } unresolved { deployment.key != '' } fresh 24.hours labelled 'it is known what went to prod'
    anyOf('it was judged before each deployment to prod') {
        no Deployment where { deployment.stage == 'prod' && deployment.sha == subject.sha } fresh 24.hours labelled 'it did not go to prod yet'
        every Deployment where { deployment.stage == 'prod' && deployment.sha == subject.sha } has anywhere(ToolRun) where {
            toolRun.tool == 'assay' && toolRun.sha == subject.sha && toolRun.exitCode == 0 && toolRun.covered.contains(arg.checklist) &&
                toolRun.at <= deployment.startedAt
        } labelled 'a run that passed is older than the deployment'
    }
    fails "${deployment.key} began before the commit was judged by ${arg.checklist} and found ready"
    fix   'Judge the commit with `assay check` before the deployment, and export the run as kind records.tool-run with what it `covered`.'
}
