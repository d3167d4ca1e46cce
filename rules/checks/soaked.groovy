// The commit has been the live version of staging for a day without replacement, and deployments were exported after
// that day. A deployment of the same commit anew begins the day anew.
check('soaked') {
    use 'runs-candidate', stage: 'staging'
    every Deployment where {
        deployment.stage == 'staging' && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
    } unresolved {
        deployment.finishedAt == null || (now - deployment.finishedAt >= 24.hours && deployment.at - deployment.finishedAt < 24.hours)
    } settled 24.hours by { deployment.finishedAt } must { deployment.finishedAt <= deployment.at } labelled 'it has run for a day'
    fails "the service does not run this commit in staging, or it was replaced"
    fix   'Deploy the commit to staging and leave it there for 24 hours; then export the deployments again.'
}
