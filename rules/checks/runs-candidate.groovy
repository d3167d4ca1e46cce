// The newest deployment to a stage is of the judged commit, and it succeeded. That another one is there, and this one
// never was, is no failure yet: the pipeline may be on its way.
check('runs-candidate') {
    takes {
        stage text
    }
    some Deployment where {
        deployment.stage == arg.stage && deployment.supersededAt == null &&
            (deployment.status == SUCCESS || deployment.status == RUNNING || deployment.status == UNKNOWN)
    } unresolved { deployment.status != SUCCESS } at revision labelled 'the newest deployment is of this commit and succeeded'
    no Deployment where {
        deployment.stage == arg.stage && deployment.supersededAt == null && deployment.sha == subject.sha && deployment.status != SUCCESS &&
            deployment.status != RUNNING && deployment.status != UNKNOWN
    } fresh 24.hours labelled 'it did not fail'
    every Deployment, as: 'newest' where {
        newest.stage == arg.stage && newest.supersededAt == null && newest.sha != subject.sha
    } hasNo Deployment, as: 'earlier' where {
        earlier.stage == arg.stage && earlier.sha == subject.sha && earlier.startedAt < newest.startedAt
    } labelled 'no other commit took its place'
    every Deployment, as: 'live' where {
        live.stage == arg.stage && live.supersededAt == null && live.sha == subject.sha && live.status == SUCCESS
    } hasNo Deployment, as: 'later' where {
        (later.stage == arg.stage || later.stage == null) && later.startedAt > live.startedAt
    } unresolved { later.stage == null } labelled 'nothing is known to have come there since'
    fails "the newest deployment of the service to the stage is not a successful one of this commit"
    fix   'Deploy the commit to the stage, and export the deployments again.'
}
