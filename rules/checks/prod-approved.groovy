// Somebody other than the author let this very commit into prod: the deployment says so, or the person does.
check('prod-approved') {
    takes { item text }
    some anywhere(PullRequest) where {
        pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
    } labelled 'the author is known by the pull request'
    anyOf('by the deployment, or by the word of a person') {
        every anywhere(PullRequest) where {
            pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
        } has anywhere(Deployment) where {
            deployment.stage == 'prod' && deployment.sha == subject.sha && deployment.approvedBy.size() >= 1 &&
                !deployment.approvedBy.contains(pullRequest.author)
        } labelled 'the deployment to prod was approved by somebody else'
        attested by: param.promoters, boundTo: revision labelled 'somebody who may promote approved this commit'
    }
    every anywhere(PullRequest) where {
        pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
    } hasNo anywhere(Attestation) where {
        attestation.item == arg.item && attestation.sha == subject.sha && attestation.by == pullRequest.author
    } labelled 'its author did not approve it'
    fails "${attestation.by} wrote the change and approved it for prod"
    fix   'Have somebody else approve the environment `prod` for this commit, or attest it with `assay attest`.'
}
