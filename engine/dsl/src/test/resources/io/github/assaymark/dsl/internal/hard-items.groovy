// Demands that a checklist language tends to break on. If one of them cannot be said plainly, the language is wrong.
checklist('trial/hard-items') {
    title   'Hard demands'
    judges  Service
    waivers forbidden
    params {
        tenantColumn       default: 'brand_id', meaning: 'column that holds the tenant'
        leastChecks        default: 23, meaning: 'how many convention checks there must be'
        namedChecks        type: list, meaning: 'convention checks that must be among them'
        councilRoles       default: ['architecture', 'security'], meaning: 'roles that may attest'
    }

    section('auth', 'Authorisation') {
        item('guard-before-route') {
            title 'Every guard is registered before its route'
            every Route where { !route.open } has RouteGuard where {
                routeGuard.route == route.key && routeGuard.kind == SCOPE && routeGuard.order < route.order
            } unresolved { routeGuard.computed }
            fails "${route.method} ${route.path} is served without a scope check before it"
        }
        item('guard-not-late') {
            title 'No guard is registered after its route'
            every RouteGuard hasNo Route where { route.key == routeGuard.route && route.order < routeGuard.order }
            fails "the guard of ${route.path} comes after the route and is never reached"
        }
        item('consent') {
            title 'The consent text of a new scope was reviewed after its last edit'
            appliesIf { some ScopeDef where { scopeDef.addedInThisChange } }
            every ScopeDef where { scopeDef.addedInThisChange } has ConsentText where { consentText.scope == scopeDef.name }
            attested by: 'privacy', within: 365.days, boundTo: ConsentText
        }
    }

    section('data', 'Data') {
        item('publish-in-transaction') {
            title 'Events are published in the transaction that writes the row'
            every EventPublish must {
                eventPublish.transaction != null && eventPublish.transaction == eventPublish.writeTransaction
            }
            fails "${eventPublish.event} is published outside of the transaction"
        }
        item('tenant-column') {
            title 'Every table has a mandatory tenant column, indexed where it is read'
            every DbTable where { !dbTable.exempt } has DbColumn where {
                dbColumn.table == dbTable.key && dbColumn.name == param.tenantColumn && !dbColumn.nullable
            }
            every QueryUse where { queryUse.column == param.tenantColumn } has DbIndex where {
                dbIndex.table == queryUse.table && dbIndex.columns.contains(queryUse.column)
            } labelled 'indexed where it is read'
            fails "table ${dbTable.name} has no ${param.tenantColumn} NOT NULL, or a query of ${queryUse.table} has no index"
        }
    }

    section('gate', 'Gate') {
        item('rollback') {
            title 'The rollback was tested, or is written down'
            phase prePromotion
            anyOf('tested or written down') {
                some TestResult where { testResult.name =~ '(?i)rollback' && testResult.passed } at revision
                some DocSection where {
                    docSection.documentName == 'RUNBOOK.md' && docSection.heading =~ '(?i)rollback' && docSection.words >= 20
                }
            }
        }
        item('soak') {
            title 'Staging ran for 24 hours without an alarm'
            phase prePromotion
            some Deployment where {
                deployment.stage == 'staging' && deployment.succeeded && deployment.sha == subject.sha
            } settled 24.hours by { deployment.finishedAt }
            every Deployment where {
                deployment.stage == 'staging' && deployment.succeeded && deployment.sha == subject.sha
            } hasNo AlarmTransition where {
                alarmTransition.stage == 'staging' && alarmTransition.raised && alarmTransition.at >= deployment.finishedAt
            }
        }
        item('convention-checks') {
            title 'All convention checks ran and passed, the named ones among them'
            atLeast(param.leastChecks) of CheckRun where {
                checkRun.suite == 'convention' && checkRun.passed
            } at revision fresh 7.days distinct { checkRun.name }
            no CheckRun where { checkRun.suite == 'convention' && !checkRun.passed } at revision
            every PolicyValue where { policyValue.name == 'namedChecks' } has CheckRun where {
                checkRun.suite == 'convention' && checkRun.name == policyValue.value && checkRun.passed
            } at revision
            fails "${policyValue.value} did not run, or ${checkRun.name} failed"
        }
        item('reviewers') {
            title 'Somebody inside and somebody outside of the context approved the change'
            some Review where { review.approved && review.context == subject.name } at revision labelled 'inside'
            some Review where {
                review.approved && review.context != null && review.context != subject.name
            } at revision labelled 'outside'
        }
        item('flag-steps') {
            title 'The flag is rolled out in four steps over four weeks'
            phase afterPromotion
            exactly(4) of FeatureFlagStep where { (featureFlagStep.index in [1, 2, 3, 4]) } distinct { featureFlagStep.index }
            every FeatureFlagStep, as: 'earlier' where { earlier.index < 4 } has FeatureFlagStep, as: 'later' where {
                later.flag == earlier.flag && later.index == earlier.index + 1
                    && later.at - earlier.at >= 7.days && later.share > earlier.share
            }
            some FeatureFlagStep where { featureFlagStep.index == 4 && featureFlagStep.share == 100.percent } settled 1.weeks
            fails "step ${earlier.index} of ${earlier.flag} has no successor a week later"
        }
        item('sign-off') {
            title 'Everybody in the sign-off table has signed'
            some SignOff where { signOff.documentName == 'SIGNOFF.md' }
            every SignOff where { signOff.documentName == 'SIGNOFF.md' } awaiting { signOff.open } must { !signOff.rejected }
            fails "${signOff.role} has refused"
        }
        item('council') {
            title 'The council agreed'
            attested by: param.councilRoles, quorum: 2, boundTo: revision
        }
        item('all-green') {
            title 'Every item of the other parts is green'
            verdictOf 'trial/hard-items#auth'
            verdictOf 'trial/hard-items#data', waived: true
            verdictOf 'trial.hard-items.gate.rollback'
        }
    }

    section('change', 'The change') {
        judges Repository
        item('no-route-removed') {
            title 'No route of the base revision is gone'
            every base(anywhere(Route)) where { !baseRoute.open } has anywhere(Route) where { route.key == baseRoute.key }
            fails "${baseRoute.key} is gone"
        }
        item('latency-alarm') {
            title 'An alarm watches slow answers'
            some Alarm where { alarm.metric == 'p99' && alarm.threshold <= 500.milliseconds && alarm.window <= 5.minutes }
        }
        item('documents') {
            title 'The runbook speaks of alarms and dashboards'
            forEach(['alarms', 'dashboards']) { topic ->
                some Document where { document.name == 'RUNBOOK.md' && document.terms.contains(topic) }
            }
        }
    }
}
