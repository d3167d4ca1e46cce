// After the newest deployment of the commit to a stage, an endpoint of health was asked and said 200, and so did every later answer.
check('healthy-deployment') {
    takes {
        stage text
        path text, default: '/healthz'
    }
    every Deployment where {
        deployment.stage == arg.stage && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
    } unresolved { deployment.finishedAt == null } has HealthProbe where {
        healthProbe.stage == arg.stage && healthProbe.url.endsWith(arg.path) && healthProbe.status == 200 &&
            healthProbe.at >= deployment.finishedAt && (healthProbe.sha == null || healthProbe.sha == deployment.sha)
    } labelled 'it said 200 since'
    every HealthProbe, as: 'failing' where {
        (failing.stage == arg.stage || failing.stage == null) && failing.url.endsWith(arg.path) && failing.status != 200
    } unresolved { failing.stage == null } has HealthProbe, as: 'good' where {
        good.stage == arg.stage && good.url == failing.url && good.status == 200 && good.at > failing.at
    } labelled 'no newer answer is another'
    fails "${arg.path} of the service did not say 200 after the newest deployment of this commit"
    fix   'Ask the endpoint after the deployment, and export the answers with their moments.'
}
