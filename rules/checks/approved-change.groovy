// The change that became this commit was approved, in its final state, by a person who did not write it.
check('approved-change') {
    some anywhere(PullRequest) where {
        pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
    } fresh 7.days labelled 'the commit came by a pull request'
    every anywhere(PullRequest) where {
        pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
    } has anywhere(Review) where {
        review.pullRequest == pullRequest.number && review.human && !review.author && review.reviewer != pullRequest.author &&
            review.latest && review.state == APPROVED &&
            (review.sha == null || pullRequest.headSha == null || review.sha == pullRequest.headSha)
    } unresolved { review.sha == null || pullRequest.headSha == null } fresh 7.days labelled 'somebody else approved its final commit'
    every anywhere(PullRequest) where {
        pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
    } hasNo anywhere(Review) where {
        review.pullRequest == pullRequest.number && review.human && review.latest && review.state == CHANGES_REQUESTED
    } fresh 7.days by { now } labelled 'nobody still asks for changes'
    fails "pull request ${pullRequest.number} has no approval of its final commit by somebody else that still stands"
    fix   'Have somebody else review the final commit, and export the pull request and its reviews.'
}
