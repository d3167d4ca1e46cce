section('data', 'Data') {
    item('brand-id-not-null') {
        title    'Brand column is mandatory in each table'
        severity blocker
        source   'Loop production readiness, Data'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: true
    }
    item('role-grants') {
        title    'No role of an application can change or delete rows of audit and ledger tables'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, Data'
        appliesIf {
            some DbTable where { (dbTable.name in param.appendOnlyTables) } labelled 'a table of the service only grows'
        }
        every DbTable where { (dbTable.name in param.appendOnlyTables) } hasNo DbGrant where {
            dbGrant.table == dbTable.key && dbGrant.source == dbTable.source &&
                (dbGrant.privilege in ['update', 'delete', 'truncate']) &&
                (dbGrant.role == 'public' || (dbGrant.role in param.applicationRoles))
        } labelled 'no application may change or delete its rows'
        anyOf('it is known who may do what') {
            allOf('an exported catalogue shows it') {
                some DbSnapshot where { dbSnapshot.complete } fresh 7.days labelled 'somebody looked at the database'
                some DbTable where { dbTable.source == OBSERVED && (dbTable.name in param.appendOnlyTables) } labelled 'the table is in it'
                every DbTable where { dbTable.source != OBSERVED && (dbTable.name in param.appendOnlyTables) } has DbTable, as: 'shown' where {
                    shown.source == OBSERVED && shown.name == dbTable.name
                } labelled 'all of them are in it'
            }
            some DbGrant where {
                dbGrant.source == MIGRATIONS && (dbGrant.role in param.applicationRoles)
            } labelled 'migrations give the application what it may do'
            attested within: 90.days labelled 'somebody looked'
        }
        fails    "${dbGrant.role} may ${dbGrant.privilege} rows of ${dbTable.key}"
        fix      'Revoke UPDATE, DELETE and TRUNCATE from the role, from PUBLIC and from the roles it is a member of; let no application own the table.'
    }
    item('migration-rollback-runbook') {
        title    'Runbook says how a migration is taken back'
        source   'Loop production readiness, Data'
        appliesIf { use 'owns-tables' }
        some DocSection where {
            docSection.document.startsWith(subject.directory + '/') && docSection.heading =~ '(?i)\\b(roll(ing)?[ -]?back|undo)' &&
                docSection.heading =~ '(?i)migrat' && docSection.words >= 12 && docSection.placeholders == 0
        }
        fails    "no document of ${subject.name} has a section on taking migrations back"
        fix      'Write a section `Rollback of migrations` into RUNBOOK.md; say which ones cannot be taken back.'
    }
}
