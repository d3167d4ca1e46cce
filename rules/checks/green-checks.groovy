// Every check that the branch demands or the policy names held on this very commit, and no attempt after a success did not.
check('green-checks') {
    takes { policy text }
    every anywhere(BranchRule) where {
        branchRule.branch == param.mainBranch && branchRule.demand == 'checks'
    } fresh 7.days has anywhere(CheckRun) where {
        checkRun.name == branchRule.check && (checkRun.conclusion in [SUCCESS, RUNNING]) &&
            (checkRun.app == null || (checkRun.app in param.checkApps))
    } at revision unresolved { checkRun.app == null || checkRun.conclusion == RUNNING } labelled 'each check that the branch demands held'
    every anywhere(PolicyValue) where { policyValue.name == arg.policy } has anywhere(CheckRun) where {
        checkRun.name == policyValue.value && (checkRun.conclusion in [SUCCESS, RUNNING]) &&
            (checkRun.app == null || (checkRun.app in param.checkApps))
    } at revision unresolved { checkRun.app == null || checkRun.conclusion == RUNNING } labelled 'each check that the policy names held'
    every anywhere(CheckRun), as: 'held' where {
        held.sha == subject.sha && held.conclusion == SUCCESS
    } hasNo anywhere(CheckRun), as: 'later' where {
        later.name == held.name && later.sha == held.sha && later.conclusion != SUCCESS && later.at > held.at
    } unresolved { later.conclusion == RUNNING } labelled 'no later attempt ended otherwise'
    some anywhere(ToolRun) where {
        toolRun.tool == param.conventionTool && toolRun.exitCode == 0 && toolRun.covered.size() >= param.conventionChecks
    } at revision labelled 'enough convention checks ran'
    fails "not every demanded check of ${subject.sha} succeeded, or too few convention checks ran; demanded by the branch: ${branchRule.check}, by the policy: ${policyValue.value}, failed later: ${later.name}"
    fix   'Mend the check that is named or run it again, and export the checks of the commit, the rules of the branch and the report of the convention checks.'
}
