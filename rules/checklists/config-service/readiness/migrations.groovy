section('migrations', 'Migrations') {
    item('applied-staging') {
        title    'Migrations were applied to staging without an error'
        severity blocker
        phase    afterStagingDeploy
        source   'Config Service readiness, Migrations'
        appliesIf { some Migration labelled 'there are migrations' }
        every Migration has anywhere(ToolRun) where {
            toolRun.tool == param.migrationTool && toolRun.stage == 'staging' && toolRun.exitCode == 0 && toolRun.covered.contains(migration.file)
        } at revision labelled 'each is among those that are applied'
        every anywhere(ToolRun) where {
            toolRun.tool == param.migrationTool && toolRun.stage == 'staging' && toolRun.sha == subject.sha && toolRun.exitCode == 0
        } hasNo anywhere(ToolRun), as: 'later' where {
            later.tool == toolRun.tool && (later.stage == 'staging' || later.stage == null) && later.exitCode != 0 && later.at > toolRun.at
        } unresolved { later.stage == null } labelled 'no later run failed'
        fails    "${migration.file} is not known to be applied to staging"
        fix      'Apply it, and export the run on staging with the files of all applied migrations as `covered`.'
    }
    item('seed-data') {
        title    'Data that every stage begins with was seen on staging'
        phase    afterStagingDeploy
        source   'Config Service readiness, Migrations'
        anyOf('somebody or something looked') {
            some anywhere(ToolRun) where {
                toolRun.tool == param.seedTool && toolRun.stage == 'staging' && toolRun.exitCode == 0 &&
                    toolRun.covered.contains(param.globalNode) && toolRun.covered.containsAll(param.systemRoles)
            } at revision labelled 'a check found the node and every role'
            attested within: 30.days, boundTo: revision labelled 'somebody says so'
        }
        every anywhere(ToolRun) where {
            toolRun.tool == param.seedTool && toolRun.stage == 'staging' && toolRun.sha == subject.sha &&
                (toolRun.exitCode != 0 || !toolRun.covered.contains(param.globalNode) || !toolRun.covered.containsAll(param.systemRoles))
        } has anywhere(ToolRun), as: 'later' where {
            later.tool == toolRun.tool && later.stage == 'staging' && later.sha == toolRun.sha && later.exitCode == 0 &&
                later.covered.contains(param.globalNode) && later.covered.containsAll(param.systemRoles) && later.at > toolRun.at
        } labelled 'the newest check misses nothing'
        fails    "a check on staging misses the node ${param.globalNode} or a role, or ended badly"
        fix      'Bring in the data, and export a check of staging with the node and the roles it found as `covered`.'
    }
    item('rollback-tested') {
        title    'Taking the migration back was tried'
        judges   Migration
        source   'Config Service readiness, Migrations'
        some Migration where { migration.key == subject.key && (migration.down in [SQL, CODE]) } labelled 'something takes it back'
        no DownCheck where {
            downCheck.migration == subject.key && (downCheck.outcome in [DIFFERS, FAILS])
        } labelled 'nothing shows that this leaves another schema'
        some anywhere(Repository) unresolved { repository.sha == null } labelled 'the judged commit is known'
        every anywhere(Repository) has anywhere(ToolRun) where {
            toolRun.tool == param.rollbackTool && toolRun.exitCode == 0 && toolRun.covered.contains(subject.file)
        } unresolved {
            repository.sha == null || toolRun.sha == null || toolRun.sha != repository.sha
        } labelled 'it was applied, taken back and applied again'
        fails    "nothing takes ${subject.file} back, or it was not tried on the commit"
        fix      'Write what takes it back, apply it, take it back and apply it again, and export the run with the files as `covered`.'
    }
}
