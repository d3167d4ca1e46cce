// The main branch says that approvals of a pull request stay when commits come after them, and no rule of it takes them back.
check('lasting-approvals') {
    some anywhere(BranchRule) where {
        branchRule.branch == param.mainBranch && branchRule.demand == 'reviews' && (branchRule.lasting == null || branchRule.lasting == true)
    } unresolved { branchRule.lasting == null } fresh 7.days labelled 'a rule of the branch lets approvals outlive later commits'
    no anywhere(BranchRule) where {
        branchRule.branch == param.mainBranch && branchRule.demand == 'reviews' && branchRule.lasting == false
    } fresh 7.days labelled 'none takes them back'
}
