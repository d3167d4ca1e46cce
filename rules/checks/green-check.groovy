// The named check of the pipeline held on this very commit, and no attempt after that did not. Skipped, neutral and cancelled are no success.
check('green-check') {
    takes { name text }
    some anywhere(CheckRun) where {
        checkRun.name == arg.name && (checkRun.conclusion in [SUCCESS, RUNNING]) &&
            (checkRun.app == null || (checkRun.app in param.checkApps))
    } at revision unresolved { checkRun.app == null || checkRun.conclusion == RUNNING } labelled 'the check held'
    every anywhere(CheckRun) where {
        checkRun.name == arg.name && checkRun.sha == subject.sha && checkRun.conclusion == SUCCESS
    } hasNo anywhere(CheckRun), as: 'later' where {
        later.name == checkRun.name && later.sha == checkRun.sha && later.conclusion != SUCCESS && later.at > checkRun.at
    } unresolved { later.conclusion == RUNNING } labelled 'no later attempt ended otherwise'
    fails "the check `${arg.name}` did not succeed on ${subject.sha}, or a later attempt did not"
    fix   'Mend it or run it again, and export the checks of the commit as kind github.check-runs.'
}
