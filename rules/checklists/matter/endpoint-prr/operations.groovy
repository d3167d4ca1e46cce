section('operations', 'Operations') {
    item('slo') {
        title    'The service level is declared, and the board shows it'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Operations'
        some SloDef where { sloDef.source == DECLARED && sloDef.operation == subject.key } unresolved { sloDef.objective == null } labelled 'it has an objective'
        some ApiExtension where { apiExtension.operation == subject.key && apiExtension.name == 'x-matter-slo' && !apiExtension.values.isEmpty() }
        every ApiExtension where { apiExtension.operation == subject.key && apiExtension.name == 'x-matter-slo' } has DocRow where {
            docRow.document == param.sloBoard && docRow.name == subject.operationId && docRow.cells.containsAll(apiExtension.values)
        } labelled 'the board has a row that says the same'
        anyOf('where dashboards are exported, a panel shows it') {
            every anywhere(Coverage) where { coverage.factType == 'Dashboard' && coverage.extractor == 'exports' } must {
                coverage.status == NOT_ATTEMPTED
            } labelled 'none is exported'
            some anywhere(Dashboard) where {
                dashboard.source == DEPLOYED && dashboard.panels > 0 && dashboard.panelTitles.contains(subject.operationId)
            } fresh 7.days labelled 'a panel bears the name of the operation'
        }
        anyOf('where objectives are exported, none is another') {
            every anywhere(Coverage) where { coverage.factType == 'SloDef' && coverage.extractor == 'exports' } must {
                coverage.status == NOT_ATTEMPTED
            } labelled 'none is exported'
            every SloDef where { sloDef.source == DECLARED && sloDef.operation == subject.key } hasNo anywhere(SloDef), as: 'monitored' where {
                monitored.source == DEPLOYED && monitored.operation == subject.key && monitored.indicator == sloDef.indicator &&
                    (monitored.objective == null || monitored.objective != sloDef.objective)
            } unresolved { monitored.objective == null } labelled 'what is monitored is what is declared'
        }
        fails    "the service level of ${subject.operationId} has no objective, ${param.sloBoard} has no row ${apiExtension.values}, no panel shows it, or another one is monitored: ${monitored.objective}"
        fix      'Give x-matter-slo an objective, repeat its entries on the board as they are written, and show them in a panel of that name.'
    }
    item('cost-budget') {
        title    'The cost budget is declared, and held under load'
        severity major
        source   'Matter production-readiness review, Operations'
        some CostBudget where { costBudget.source == DECLARED && costBudget.operation == subject.key } labelled 'there is a limit'
        every CostBudget where { costBudget.source == DECLARED && costBudget.operation == subject.key } unresolved {
            costBudget.currency == null
        } has anywhere(PerfResult) where {
            perfResult.scenario == subject.operationId &&
                ((perfResult.metric == param.costMetric + costBudget.currency && perfResult.statistic != 'min' && perfResult.value <= costBudget.limit) ||
                    (perfResult.metric == param.limiterMetric && perfResult.value > 0.pieces) ||
                    (perfResult.metric.startsWith(param.costMetric) && perfResult.metric != param.costMetric + costBudget.currency))
        } at revision unresolved {
            (perfResult.metric.startsWith(param.costMetric) && perfResult.metric != param.costMetric + costBudget.currency) ||
                (perfResult.requestRate == null && perfResult.requests <= 0)
        } labelled 'a load test of the commit kept it, or was held back by the limiter'
        every CostBudget where { costBudget.source == DECLARED && costBudget.operation == subject.key } hasNo anywhere(PerfResult) where {
            perfResult.scenario == subject.operationId && perfResult.sha == subject.sha &&
                perfResult.metric == param.costMetric + costBudget.currency && perfResult.value > costBudget.limit
        } labelled 'no load test of the commit exceeded it'
        fails    "no load test of ${subject.sha} kept the budget of ${subject.operationId}, ${costBudget.limit} ${costBudget.currency}: ${perfResult.value} at ${perfResult.requestRate}"
        fix      'Make it cheaper or raise the budget, and export the measurement in the unit of the budget, with scenario, load and commit.'
    }
    item('on-call-aware') {
        title    'On-call rota knows the surface'
        severity minor
        phase    prePromotion
        source   'Matter production-readiness review, Operations'
        attested by: 'on-call', within: 180.days
        fix      'Walk the rota through the surface and let its lead attest it.'
    }
    item('runbook-drafted') {
        title    'A runbook page exists for the kind of operation'
        severity major
        source   'Matter production-readiness review, Operations'
        some anywhere(Document) where {
            document.directory == param.runbookPages && subject.tags.contains(document.stem) && document.words >= 40 && document.placeholders == 0
        } labelled 'a page is named after a tag of the operation'
        fails    "no runbook of its own is written for ${subject.key}"
        fix      'Write the page of the kind of operation, named after its tag.'
    }
    item('runbook-registered') {
        title    'The runbook is in the registry module'
        severity major
        source   'Matter production-readiness review, Operations'
        some RegistryEntry where {
            registryEntry.file == param.runbookRegistry && subject.tags.contains(registryEntry.entry)
        } labelled 'the registry names the kind of operation'
        every RegistryEntry where {
            registryEntry.file == param.runbookRegistry && subject.tags.contains(registryEntry.entry)
        } unresolved { registryEntry.value == null } has anywhere(Document) where {
            document.path == registryEntry.value
        } labelled 'the page it names exists'
        fails    "the runbook registry has no page for ${subject.key}"
        fix      'Add the kind of operation with the path of its page to the registry.'
    }
    item('chaos-drill') {
        title    'A chaos drill of the surface is in the cadence module'
        severity minor
        source   'Matter production-readiness review, Operations'
        some RegistryEntry where {
            registryEntry.file == param.chaosCadence && subject.tags.contains(registryEntry.entry) && registryEntry.values.contains('enabled=true')
        }
        fails    "no drill that is switched on covers the surface of ${subject.key}"
        fix      'Add a drill for the surface to the cadence module, and switch it on.'
    }
}
