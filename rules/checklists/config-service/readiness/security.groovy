section('security', 'Security') {
    item('pen-test') {
        title    'Penetration test for ABAC bypass is complete'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Security'
        attested by: 'security', within: 365.days
        every anywhere(Attestation) where {
            attestation.item == 'config-service.readiness.security.pen-test' && attestation.decision == CONFIRMED &&
                now - attestation.at <= 365.days && attestation.at <= now
        } awaiting { attestation.evidence == null } must { attestation.evidence != null } labelled 'the attestation links its report'
        fix      'Let the security team attest the finished test, with a link to its report and no critical finding open.'
    }
    item('cross-tenant-leak') {
        title    'A test shows that resolving for one tenant gives nothing of another'
        severity blocker
        source   'Config Service readiness, Security'
        some TestCase where {
            testCase.file == param.isolationTests && !testCase.skipped && testCase.targets.contains(param.resolver) &&
                testCase.texts.containsAll(param.testTenants) &&
                (testCase.matchers.containsAny(['toBeUndefined', 'toBeNull']) || testCase.expected.containsAny(['[]', '{}']))
        } labelled 'a test resolves for one tenant over data of another, and expects nothing'
        use 'passed-suite', file: param.isolationTests
        fails    "no test of ${param.isolationTests} resolves for one tenant over data of another and expects nothing, or one did not hold: ${testCase.name} ${testResult.name}"
        fix      'Resolve for one tenant over data of another in a test, expect that nothing comes back, and export the report.'
    }
    item('rls') {
        title    'Rows of each tenant are kept apart by the database, which tests as its application show'
        severity blocker
        source   'Config Service readiness, Security'
        appliesIf { use 'owns-tables' }
        some DbColumn where {
            dbColumn.source == MIGRATIONS && dbColumn.name == param.tenantColumn
        } labelled 'a migration creates a table of tenants'
        every DbColumn where { dbColumn.name == param.tenantColumn } has RowSecurity where {
            rowSecurity.source == MIGRATIONS && rowSecurity.table == dbColumn.table && rowSecurity.enabled && rowSecurity.forced
        } labelled 'row level security is on, for the owner too'
        forEach(['select', 'insert', 'update', 'delete']) { command ->
            every DbColumn where { dbColumn.source == MIGRATIONS && dbColumn.name == param.tenantColumn } has DbPolicy where {
                dbPolicy.source == MIGRATIONS && dbPolicy.table == dbColumn.table && dbPolicy.permissive &&
                    (dbPolicy.command == 'all' || dbPolicy.command == command) && !dbPolicy.alwaysTrue &&
                    (dbPolicy.using == null || dbPolicy.using.contains(param.tenantColumn)) &&
                    (dbPolicy.check == null || dbPolicy.check.contains(param.tenantColumn))
            } unresolved {
                dbPolicy.using =~ '(?i)\\bor\\b' || dbPolicy.check =~ '(?i)\\bor\\b' ||
                    (dbPolicy.using != null && !(dbPolicy.using =~ '(?i)=.*current_setting|current_setting.*=')) ||
                    (dbPolicy.check != null && !(dbPolicy.check =~ '(?i)=.*current_setting|current_setting.*='))
            } labelled 'a policy of each command compares the tenant'
        }
        every DbColumn where { dbColumn.source == MIGRATIONS && dbColumn.name == param.tenantColumn } hasNo DbPolicy where {
            dbPolicy.source == MIGRATIONS && dbPolicy.table == dbColumn.table && dbPolicy.permissive &&
                (dbPolicy.roles.contains('public') || dbPolicy.roles.contains(param.applicationRole)) &&
                (dbPolicy.alwaysTrue || (dbPolicy.using != null && !dbPolicy.using.contains(param.tenantColumn)) ||
                    (dbPolicy.check != null && !dbPolicy.check.contains(param.tenantColumn)))
        } labelled 'no policy of the application forgets the tenant'
        some DbRole where {
            dbRole.source == MIGRATIONS && dbRole.name == param.applicationRole && !dbRole.superuser && !dbRole.bypassesRowSecurity
        } labelled 'row level security binds the role of the application'
        no DbRole where {
            dbRole.name == param.applicationRole && (dbRole.superuser || dbRole.bypassesRowSecurity)
        } labelled 'and nothing says otherwise'
        no DbOwner where { dbOwner.role == param.applicationRole } labelled 'the application owns no table'
        use 'passed-suite', file: param.rowSecurityTests
        every TestCase where { testCase.file == param.rowSecurityTests } must {
            testCase.texts.contains('SET LOCAL ROLE ' + param.applicationRole) || testCase.texts.contains('SET ROLE ' + param.applicationRole)
        } labelled 'each test speaks as the application'
        fails    "${dbColumn.table} lacks row level security that binds its owner, or a policy that compares ${param.tenantColumn}; or ${testCase.name} ${testResult.name} does not show it"
        fix      'Enable and force row level security with a policy for each command, test it as the role of the application, and export the report.'
    }
    item('secret-rotation') {
        title    'Secret rotation is documented'
        severity major
        source   'Config Service readiness, Security'
        some DocSection where {
            docSection.heading =~ '(?i)(secret|credential).*rotat|rotat.*(secret|credential)' && docSection.words >= 25 &&
                docSection.placeholders == 0 && (docSection.listItems >= 2 || docSection.commands > 0)
        }
        fails    "no document says under a heading of its own how secrets are rotated"
        fix      'Write the steps of rotating a secret under a heading of their own, as a list or as commands.'
    }
}
