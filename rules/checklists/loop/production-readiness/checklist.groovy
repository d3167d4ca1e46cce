checklist('loop/production-readiness') {
    title   'Production readiness'
    judges  Service
    waivers shown
    params {
        tenantColumn default: 'brand_id', meaning: 'column that says which brand a row belongs to'
        appendOnlyTables type: list, meaning: 'names of the tables of audit and ledger, whose rows nobody changes or deletes'
        applicationRoles type: list, meaning: 'roles of the database that services connect as'
        bookkeepingTables default: ['__drizzle_migrations'], meaning: 'tables of tools, which belong to no brand'
        platformDomain default: 'platform.loop.health', meaning: 'what the hosts of the platform end with'
        dashboardFolder default: 'dashboards', meaning: 'what permissions call the folder of the dashboards'
        edges type: list, meaning: 'where names of the stages lead, each `stage=host`'
        healthFields type: list, meaning: 'names of fields that hold health data'
        loggableFields type: list, meaning: 'names of fields that are known to be harmless in logs'
        eventIds default: ['event_id', 'eventId', 'event.id'], meaning: 'how the id of an event is spelt where repeated deliveries are recognised'
        baaGates default: ['requireBaa', 'baaGate'], meaning: 'names of the guards that ask for a signed agreement'
        newPrimitives type: list, meaning: 'ideas of the domain that are new, by the name of their page'
        conceptPages type: text, meaning: 'directory of the pages that explain ideas of the domain'
        criticalZone default: '**/src/{routes,services,events,db}/**', meaning: 'glob of the source files no promise may be left open in'
        servicePages type: text, meaning: 'directory of the pages that present services, named after them'
        eventPages type: text, meaning: 'directory of the pages that are generated for events, named after them'
        sdkPages type: text, meaning: 'directory of the pages that are generated for SDKs, named after the services'
        connectDocs type: text, meaning: 'directory of the pages written for partners'
        partnerTag type: text, meaning: 'tag of the operations partners may call'
        changesetWords default: 4, meaning: 'a changeset with fewer words says nothing'
        changesetStopWords default: ['fix', 'wip', 'fixes', 'update', 'updates', 'changes', 'misc', 'chore', 'cleanup', 'refactor', 'typo'],
                           meaning: 'summaries that say nothing, in lower case'
        checkApps default: ['github-actions'], meaning: 'what may report checks of a commit'
        conventionTool default: 'loop-conventions', meaning: 'name of the tool of the convention checks, as its report says it'
        conventionChecks default: 23, meaning: 'how many convention checks there are at least'
        serviceCatalog type: text, meaning: 'path of the catalogue that lists the services by name'
        readyBadge default: 'prod-ready', meaning: 'badge of a service that passes this list'
        manualTriggers default: ['manual', 'workflow_dispatch'], meaning: 'what deployments are said to be started by when a person does'
        mainBranch default: 'main', meaning: 'branch that is released from'
        gateChecks default: ['convention', 'typecheck', 'tests', 'build', 'openapi-drift', 'sdk-drift', 'service-page-drift'],
                   meaning: 'checks of the pipeline without which nothing is deployed, whatever the branch demands'
        conventionTopics default: ['require-scope-enforcement', 'audit-event-type-required', 'repository-brand-filter',
                                   'no-raw-platform-fetch', 'no-phi-logging'],
                         meaning: 'convention checks that have to be among them'
        sdkScope default: '@platform/sdk-', meaning: 'what the package names of SDKs begin with, ahead of the name of the service'
        sdkPackages default: 'packages/sdk-', meaning: 'what the directory of an SDK begins with, ahead of the name of the service'
        sdkCanary default: 'sdk-canary', meaning: 'name of the tool that calls services through their SDKs'
        sdkCommand default: 'pnpm sdk:gen', meaning: 'command that makes the SDKs'
        smokeTool default: 'smoke', meaning: 'name of the tool that calls a stage after a deployment'
        packageRegistry default: 'npm.pkg.github.com', meaning: 'registry that packages are published in'
        docsTool default: 'docs-build', meaning: 'name of the tool that builds the documentation site'
        conformanceSuites default: ['audit', 'brand scoping', 'scope enforcement'], meaning: 'suites of the platform that every service runs'
    }
    sections 'preamble', 'artifacts', 'code', 'convention', 'auth', 'data', 'observability', 'idempotency', 'resilience', 'deployment', 'sdk', 'on-call',
        'documentation', 'gate'
}
