// The change was merged, or would be merged now, in no freeze window of the whole or of what is judged.
check('outside-freeze') {
    anyOf('at the moment of the merge, or now') {
        allOf {
            some anywhere(PullRequest) where {
                (pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha) && pullRequest.mergedAt != null
            } labelled 'the change was merged'
            every anywhere(PullRequest) where {
                (pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha) && pullRequest.mergedAt != null
            } hasNo anywhere(FreezeWindow) where {
                (freezeWindow.scope == '*' || freezeWindow.scope == subject.name) &&
                    freezeWindow.from <= pullRequest.mergedAt && freezeWindow.until > pullRequest.mergedAt
            } labelled 'in no freeze window'
        }
        allOf {
            no anywhere(PullRequest) where {
                (pullRequest.headSha == subject.sha || pullRequest.mergeSha == subject.sha) && pullRequest.mergedAt != null
            } labelled 'the change is not merged yet'
            no anywhere(FreezeWindow) where {
                (freezeWindow.scope == '*' || freezeWindow.scope == subject.name) &&
                    freezeWindow.from <= now && freezeWindow.until > now
            } labelled 'there is no freeze now'
        }
    }
    fails "pull request ${pullRequest.number} was merged in the freeze window from ${freezeWindow.from} to ${freezeWindow.until}"
    fix   'Merge after the window, or ask for a waiver that names who allowed the exception.'
}
