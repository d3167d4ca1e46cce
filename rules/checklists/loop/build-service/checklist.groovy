checklist('loop/build-service') {
    title   'Build a service'
    judges  Service
    waivers forbidden
    params {
        promoters default: ['service-owner'], meaning: 'roles that may let a commit into prod'
        servicePages type: text, meaning: 'directory of the pages that present services, named after them'
        brokerPackages default: ['nats', '@nats-io/nats-core', '@nats-io/jetstream', '@aws-sdk/client-eventbridge', 'kafkajs', 'amqplib'],
                       meaning: 'packages that talk to a broker of events'
        databaseLinks default: ['Database', 'database', 'shared.database'], meaning: 'how the fragment names the shared database'
        natsLinks default: ['Nats', 'nats', 'shared.nats'], meaning: 'how the fragment names NATS'
        alarmLinks default: ['AlarmTopic', 'alarmTopic', 'shared.alarmTopic'], meaning: 'how the fragment names the topic of alarms'
        sdkPackages default: 'packages/sdk-', meaning: 'what the directory of an SDK begins with, ahead of the name of the service'
        queryPackages default: ['drizzle-orm', 'kysely', 'knex', 'pg', 'postgres', 'typeorm', '@prisma/client'],
                      meaning: 'packages that queries are written with'
        tenantColumn default: 'brand_id', meaning: 'column that says which brand a row belongs to'
        bookkeepingTables default: ['__drizzle_migrations'], meaning: 'tables of tools, which belong to no brand'
        brandInputs default: ['brand', 'brand_id', 'brandId', 'x-brand', 'x-brand-id', 'X-Brand', 'X-Brand-Id'],
                    meaning: 'how a brand is called when a request brings it'
        brandFromToken default: ['auth.brand_id', "c.get('auth').brand_id", "c.get('auth')!.brand_id", 'c.var.auth.brand_id'],
                       meaning: 'how code names the brand of the verified token'
        brandFromRequest default: ["c.req.valid('json').brand_id", "c.req.valid('query').brand_id", "c.req.valid('param').brand_id", "c.req.query('brand_id')"],
                         meaning: 'how code names a brand that a request brings'
        readingList type: list, meaning: 'documents an author has read before the first line'
        brands type: list, meaning: 'names of the brands'
        packageScope default: '@services/', meaning: 'what the package names of services begin with'
        templateParts type: list, meaning: 'paths below a service that the template brings along'
        docsSite default: 'docs', meaning: 'directory of the documentation site'
        changesetWords default: 4, meaning: 'a changeset with fewer words says nothing'
        changesetStopWords default: ['fix', 'wip', 'fixes', 'update', 'updates', 'changes', 'misc', 'chore', 'cleanup', 'refactor', 'typo'],
                           meaning: 'summaries that say nothing, in lower case'
        releasedPaths type: text, meaning: 'glob of the files whose change reaches users'
        checkApps default: ['github-actions'], meaning: 'what may report checks of a commit'
        conventionTool default: 'loop-conventions', meaning: 'name of the tool of the convention checks, as its report says it'
        conventionChecks default: 23, meaning: 'how many convention checks there are at least'
        mainBranch default: 'main', meaning: 'branch that is released from'
        mergeChecks default: ['convention', 'typecheck', 'tests', 'build', 'openapi-drift', 'sdk-drift', 'service-page-drift', 'ai-overview',
                              'dead-links', 'cross-links', 'runbook-readme'],
                    meaning: 'checks of the pipeline without which nothing is merged, whatever the branch demands'
        conventionTopics default: ['require-scope-enforcement', 'audit-event-type-required', 'repository-brand-filter',
                                   'no-raw-platform-fetch', 'no-phi-logging'],
                         meaning: 'convention checks that have to be among them'
        testCommand default: 'pnpm -r test', meaning: 'command that runs the tests of every package'
        typecheckCheck default: 'typecheck', meaning: 'name of the type check in the pipeline'
        testsCheck default: 'tests', meaning: 'name of the tests in the pipeline'
        buildCheck default: 'build', meaning: 'name of the build in the pipeline'
        openapiCheck default: 'openapi-drift', meaning: 'name of the check that openapi.yaml is what the code gives in the pipeline'
        sdkCheck default: 'sdk-drift', meaning: 'name of the check that the SDKs are what the descriptions give in the pipeline'
        pageCheck default: 'service-page-drift', meaning: 'name of the check that service pages are what the manifests give in the pipeline'
        overviewCheck default: 'ai-overview', meaning: 'name of the check that the AI overview is as new as what it was made from in the pipeline'
        manifestCheck default: 'manifest', meaning: 'name of the check of the service manifests in the pipeline'
        sdkCommand default: 'pnpm sdk:gen', meaning: 'command that makes the SDKs'
        eventNamesCommand default: 'pnpm --filter @platform/contracts gen', meaning: 'command that makes EVENT_NAMES'
        smokeTool default: 'smoke', meaning: 'name of the tool that calls a stage after a deployment'
        canaryTool default: 'event-canary', meaning: 'name of the tool that publishes an event and waits for it'
        databaseHarness default: ['@platform/testing'], meaning: 'packages that open a migrated database for tests'
        standInDatabases default: ['pg-mem', 'pglite', '@electric-sql/pglite', 'sqlite3', 'better-sqlite3', 'sql.js'],
                         meaning: 'packages that stand in for a database'
        neverReplaced default: ['@platform/events', '@platform/database', 'drizzle-orm'],
                      meaning: 'modules that integration tests do not replace'
        conformanceSuites default: ['audit', 'brand scoping', 'scope enforcement'], meaning: 'suites of the platform that every service runs'
        platformDomain default: 'platform.loop.health', meaning: 'what the hosts of the platform end with'
    }
    sections 'before', 'step-1', 'step-2', 'step-3', 'step-4', 'step-5', 'step-6', 'step-7', 'step-8', 'step-9', 'step-10', 'step-11', 'step-12', 'convention'
}
