section('reviewers', 'Reviewers') {
    item('owning-context') {
        title    'An engineer of the context that owns the operation approved the review'
        severity blocker
        phase    prePromotion
        source   'Matter production-readiness review, Reviewers'
        use 'recorded-review'
        anyOf('a person of that context other than the author approved it') {
            every DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'pull request' && docField.number != null
            } has anywhere(Review) where {
                review.pullRequest == docField.number && review.human && !review.author && review.latest && review.state == APPROVED &&
                    (review.current == null || review.current == true) &&
                    (review.teams.isEmpty() || subject.context == null || review.teams.contains(subject.context))
            } unresolved { review.current == null || review.teams.isEmpty() || subject.context == null } labelled 'in its final state'
            allOf('in an earlier state, and approvals stay') {
                use 'lasting-approvals'
                every DocField where {
                    docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'pull request' && docField.number != null
                } has anywhere(Review) where {
                    review.pullRequest == docField.number && review.human && !review.author && review.latest && review.state == APPROVED &&
                        (review.teams.isEmpty() || subject.context == null || review.teams.contains(subject.context))
                } unresolved { review.teams.isEmpty() || subject.context == null } labelled 'it was approved before its last commit'
            }
        }
        fails    "nobody of ${subject.context} but its author approved the final state of pull request ${docField.value}, the review of ${subject.operationId}"
        fix      'Ask a member of the team that bears the name of the context to approve the newest commit of the review; export pull requests, and reviews with the teams that their reviewers were in at that time.'
    }
    item('outside-context') {
        title    'An engineer of another context approved the review'
        severity blocker
        phase    prePromotion
        source   'Matter production-readiness review, Reviewers'
        use 'recorded-review'
        anyOf('a person of no team of that context approved it') {
            every DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'pull request' && docField.number != null
            } has anywhere(Review) where {
                review.pullRequest == docField.number && review.human && !review.author && review.latest && review.state == APPROVED &&
                    (review.current == null || review.current == true) &&
                    (review.teams.isEmpty() || subject.context == null || !review.teams.contains(subject.context))
            } unresolved { review.current == null || review.teams.isEmpty() || subject.context == null } labelled 'in its final state'
            allOf('in an earlier state, and approvals stay') {
                use 'lasting-approvals'
                every DocField where {
                    docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'pull request' && docField.number != null
                } has anywhere(Review) where {
                    review.pullRequest == docField.number && review.human && !review.author && review.latest && review.state == APPROVED &&
                        (review.teams.isEmpty() || subject.context == null || !review.teams.contains(subject.context))
                } unresolved { review.teams.isEmpty() || subject.context == null } labelled 'it was approved before its last commit'
            }
        }
        fails    "nobody from outside of ${subject.context} approved the final state of pull request ${docField.value}, the review of ${subject.operationId}"
        fix      'Ask somebody of another context to approve the newest commit of the review; export pull requests, and reviews with the teams that their reviewers were in at that time.'
    }
    item('on-call-lead') {
        title    'The lead who was on call for the surface at that time signed the review'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Reviewers'
        some SignOff where {
            signOff.document == param.reviewDirectory + subject.operationId + '.md' && signOff.role.equalsIgnoreCase(param.onCallRole)
        } awaiting { signOff.open && !signOff.rejected } labelled 'the row of the lead is signed'
        every SignOff where {
            signOff.document == param.reviewDirectory + subject.operationId + '.md' && signOff.role.equalsIgnoreCase(param.onCallRole)
        } must { !signOff.rejected } labelled 'the lead did not refuse'
        every SignOff where {
            signOff.document == param.reviewDirectory + subject.operationId + '.md' && signOff.role.equalsIgnoreCase(param.onCallRole) && !signOff.open && !signOff.rejected
        } must { signOff.date <= now } labelled 'its date is valid and not of the future'
        anyOf('the signer was the lead, as far as the exported rotations reach') {
            use 'lead-on-call'
            use 'unknown-rotation'
        }
        fails    "${signOff.name} signed as ${param.onCallRole}, and was not the lead on call for the surface of ${subject.operationId} on that day"
        fix      'Let the lead of the week sign with handle and date; export the rotations, with swapped shifts, over that day.'
    }
}
