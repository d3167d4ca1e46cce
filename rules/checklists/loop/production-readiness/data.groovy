section('data', 'Data') {
    item('brand-id-not-null') {
        title    'Brand column is mandatory in each table'
        severity blocker
        source   'Loop production readiness, Data'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: true
    }
    item('expand-contract') {
        title    'Migrations expand first and contract in a later release'
        severity blocker
        judges   Migration
        source   'Loop production readiness, Data'
        appliesIf { use 'new-migration' }
        use 'expand-contract'
        fails    "migration ${subject.version} ${subject.name}: ${schemaChange.operation} on ${schemaChange.table} takes away or narrows what deployed code may use"
    }
    item('no-long-locks') {
        title    'Migrations never keep writers waiting for long'
        severity blocker
        judges   Migration
        source   'Loop production readiness, Data'
        appliesIf { use 'new-migration' }
        use 'understood-migration'
        use 'concurrently-runs'
        no LockFact where {
            lockFact.migration == subject.key && lockFact.hazard
        } unresolved { lockFact.dependsOn != null } labelled 'no lock is held over work that grows with the table'
        use 'locks-as-observed'
        fails    "migration ${subject.version} ${subject.name} holds ${lockFact.mode} on ${lockFact.relation} for work that grows with it: ${lockFact.work}; text and database differ over ${schemaDisagreement.about}"
        fix      'Use CONCURRENTLY, or NOT VALID and VALIDATE, or fill in batches.'
    }
    item('role-grants') {
        title    'No role of an application can change or delete rows of audit and ledger tables'
        severity blocker
        phase    prePromotion
        source   'Loop production readiness, Data'
        appliesIf {
            some DbTable where { (dbTable.name in param.appendOnlyTables) } labelled 'a table of the service only grows'
        }
        no DbAccess where {
            (dbAccess.name in param.appendOnlyTables) &&
                (dbAccess.mayUpdate.containsAny(param.applicationRoles) || dbAccess.mayUpdate.contains('public') ||
                    dbAccess.mayDelete.containsAny(param.applicationRoles) || dbAccess.mayDelete.contains('public') ||
                    dbAccess.mayTruncate.containsAny(param.applicationRoles) || dbAccess.mayTruncate.contains('public'))
        } labelled 'no application may change or delete rows of a table that was looked at'
        anyOf('it is known who may do what') {
            allOf('an exported catalogue shows it') {
                some DbSnapshot where { dbSnapshot.complete } fresh 7.days labelled 'somebody looked at the database'
                some DbAccess where { (dbAccess.name in param.appendOnlyTables) } labelled 'the table is in it'
                every DbTable where { (dbTable.name in param.appendOnlyTables) } has DbAccess where {
                    dbAccess.name == dbTable.name
                } labelled 'all of them are in it'
            }
            allOf('migrations tell it') {
                some DbGrant where {
                    dbGrant.source == MIGRATIONS && (dbGrant.role in param.applicationRoles)
                } labelled 'they give the application what it may do'
                every DbTable where { dbTable.source == MIGRATIONS && (dbTable.name in param.appendOnlyTables) } hasNo DbGrant where {
                    dbGrant.source == MIGRATIONS && dbGrant.table == dbTable.key &&
                        (dbGrant.privilege in ['update', 'delete', 'truncate']) &&
                        (dbGrant.role == 'public' || (dbGrant.role in param.applicationRoles))
                } labelled 'and no more'
                use 'schema-as-observed'
            }
            attested within: 90.days labelled 'somebody looked'
        }
        fails    "an application may change rows of ${dbAccess.table}: it may be updated by ${dbAccess.mayUpdate}, deleted from by ${dbAccess.mayDelete} and emptied by ${dbAccess.mayTruncate}"
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
