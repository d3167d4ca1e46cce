// The newest deployment of the commit to a stage was started by its merge.
check('merged-deployment') {
    takes {
        stage text
    }
    every Deployment where {
        deployment.stage == arg.stage && deployment.supersededAt == null && deployment.status == SUCCESS && deployment.sha == subject.sha
    } unresolved { deployment.trigger == null } must { (deployment.trigger in ['merge', 'push']) } labelled 'the merge started it'
    fails "the deployment of the service was started by ${deployment.trigger}"
    fix   'Let the pipeline deploy each merge.'
}
