section('new-service-database', 'New service: database') {
    item('expand-contract') {
        title    'Schema changes add, or take away in a release of their own'
        severity blocker
        judges   Migration
        source   'Loop full checklist, Database'
        appliesIf { use 'new-migration' }
        use 'expand-contract'
        fails    "migration ${subject.version} ${subject.name}: ${schemaChange.operation} on ${schemaChange.table} takes away or narrows what deployed code may use"
    }
    item('tested-on-populated-data') {
        title    'Migration was tried on a database with realistic rows'
        judges   Migration
        phase    prePromotion
        source   'Loop full checklist, Database'
        appliesIf { use 'new-migration' }
        anyOf('it was tried on a filled database') {
            some anywhere(ToolRun) where {
                toolRun.tool == param.rehearsalTool && toolRun.digest == subject.checksum && toolRun.exitCode == 0 &&
                    (toolRun.amount >= param.rehearsalRows || toolRun.amount < 0)
            } unresolved { toolRun.amount < 0 } labelled 'a trial of the migration as it stands is on record'
            attested within: 90.days labelled 'somebody says so'
        }
        every anywhere(ToolRun) where {
            toolRun.tool == param.rehearsalTool && toolRun.digest == subject.checksum &&
                (toolRun.exitCode != 0 || toolRun.amount < param.rehearsalRows)
        } unresolved { toolRun.amount < 0 } has anywhere(ToolRun), as: 'later' where {
            later.tool == toolRun.tool && later.digest == toolRun.digest && later.exitCode == 0 && later.amount >= param.rehearsalRows &&
                later.at > toolRun.at
        } labelled 'the newest trial did not fail, and had rows enough'
        fails    "the trial of ${subject.file} failed, or had too few rows: ${toolRun.amount}"
        fix      'Run the migration on a filled copy, and export the run with the SHA-256 of the file as `digest` and the rows of its smallest table as `amount`.'
    }
    item('no-long-locks-peak') {
        title    'No migration keeps writers waiting in peak hours'
        judges   Migration
        phase    prePromotion
        source   'Loop full checklist, Database'
        appliesIf { use 'new-migration' }
        use 'understood-migration'
        use 'concurrently-runs'
        no LockFact where {
            lockFact.migration == subject.key && lockFact.hazard && !lockFact.bounded
        } unresolved { lockFact.dependsOn != null } labelled 'no lock without a limit is held over work that grows with the table'
        use 'locks-as-observed'
        anyOf('writers do not wait in peak hours') {
            no LockFact where {
                lockFact.migration == subject.key && lockFact.hazard
            } labelled 'writers do not wait at all'
            attested within: 30.days labelled 'somebody says that it is deployed outside of the peak hours'
        }
        fails    "migration ${subject.version} ${subject.name} holds ${lockFact.mode} on ${lockFact.relation} for work that grows with it: ${lockFact.work}; text and database differ over ${schemaDisagreement.about}"
        fix      'Use CONCURRENTLY, or NOT VALID and VALIDATE; set lock_timeout, and deploy outside of the peak hours.'
    }
    item('brand-id-required-indexed') {
        title    'Brand column is mandatory, and indexed wherever queries filter by it'
        source   'Loop full checklist, Database'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: true
        use 'tenant-index'
        fix      'Make the column NOT NULL, and add an index that begins with it.'
    }
}
