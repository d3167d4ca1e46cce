// The change was merged, or would be merged now, in no freeze window of everything or of what is judged.
check('outside-freeze') {
    some anywhere(PullRequest) where {
        pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha
    } labelled 'the commit came by a pull request'
    every anywhere(PullRequest) where {
        (pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha) && pullRequest.mergedAt != null
    } hasNo anywhere(FreezeWindow) where {
        (freezeWindow.scope == '*' || freezeWindow.scope == subject.name) &&
            freezeWindow.from <= pullRequest.mergedAt && freezeWindow.until > pullRequest.mergedAt
    } fresh 7.days by { now } labelled 'it was merged in no freeze window'
    every anywhere(PullRequest) where {
        (pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha) && pullRequest.mergedAt == null
    } hasNo anywhere(FreezeWindow) where {
        (freezeWindow.scope == '*' || freezeWindow.scope == subject.name) &&
            freezeWindow.from <= now && freezeWindow.until > now
    } fresh 7.days by { now } labelled 'or there is none now, and it is still open'
    fails "pull request ${pullRequest.number} lies in the freeze window from ${freezeWindow.from} to ${freezeWindow.until}"
    fix   'Merge after the window, or ask for a waiver that names who allowed the exception.'
}
