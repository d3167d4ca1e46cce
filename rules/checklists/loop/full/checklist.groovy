checklist('loop/full') {
    title   'Full checklist'
    judges  Service
    waivers shown
    params {
        promoters default: ['service-owner'], meaning: 'roles that may let a commit into prod'
        templateParts type: list, meaning: 'paths below a service that the template brings along'
        tenantColumn default: 'brand_id', meaning: 'column that says which brand a row belongs to'
        bookkeepingTables default: ['__drizzle_migrations'], meaning: 'tables of tools, which belong to no brand'
        platformDomain default: 'platform.loop.health', meaning: 'what the hosts of the platform end with'
        edges type: list, meaning: 'where names of the stages lead, each `stage=host`'
        healthFields type: list, meaning: 'names of fields that hold health data'
        loggableFields type: list, meaning: 'names of fields that are known to be harmless in logs'
        eventIds default: ['event_id', 'eventId', 'event.id'], meaning: 'how the id of an event is spelt where repeated deliveries are recognised'
        baaGates default: ['requireBaa', 'baaGate'], meaning: 'names of the guards that ask for a signed agreement'
        harmlessScopes type: list, meaning: 'names of the scopes that give no access to health data'
        contractKeepers default: ['legal'], meaning: 'roles that know which agreements are signed'
        tokenFields default: ['token', 'access_token', 'refresh_token', 'authorization', 'client_secret', 'id_token'],
                    meaning: 'names of fields that hold secrets'
        connectDocs type: text, meaning: 'directory of the pages written for partners'
        partnerTag type: text, meaning: 'tag of the operations partners may call'
        serviceCatalog type: text, meaning: 'path of the catalogue that lists the services by name'
        pkceLibraries default: ['openid-client', 'oauth4webapi', 'oidc-client-ts', '@auth/core', 'next-auth', 'simple-oauth2', 'passport-oauth2'],
                      meaning: 'packages that send the code challenge themselves, in a way nobody looked at'
        eventPages type: text, meaning: 'directory of the pages that are generated for events, named after them'
        sdkPages type: text, meaning: 'directory of the pages that are generated for SDKs, named after the services'
        apiPages type: text, meaning: 'directory of the pages that are generated for operations, named after them'
        releasedPaths type: text, meaning: 'glob of the files whose change reaches users'
        changesetWords default: 4, meaning: 'a changeset with fewer words says nothing'
        changesetStopWords default: ['fix', 'wip', 'fixes', 'update', 'updates', 'changes', 'misc', 'chore', 'cleanup', 'refactor', 'typo'],
                           meaning: 'summaries that say nothing, in lower case'
        checkApps default: ['github-actions'], meaning: 'what may report checks of a commit'
        conventionTool default: 'loop-conventions', meaning: 'name of the tool of the convention checks, as its report says it'
        conventionChecks default: 23, meaning: 'how many convention checks there are at least'
        mainBranch default: 'main', meaning: 'branch that is released from'
        gateChecks default: ['convention', 'typecheck', 'tests', 'build', 'openapi-drift', 'sdk-drift', 'service-page-drift'],
                   meaning: 'checks of the pipeline without which nothing is deployed, whatever the branch demands'
        sdkScope default: '@platform/sdk-', meaning: 'what the package names of SDKs begin with, ahead of the name of the service'
        sdkPackages default: 'packages/sdk-', meaning: 'what the directory of an SDK begins with, ahead of the name of the service'
        sdkCanary default: 'sdk-canary', meaning: 'name of the tool that calls services through their SDKs'
        sdkCommand default: 'pnpm sdk:gen', meaning: 'command that makes the SDKs'
        eventNamesCommand default: 'pnpm --filter @platform/contracts gen', meaning: 'command that makes EVENT_NAMES'
        smokeTool default: 'smoke', meaning: 'name of the tool that calls a stage after a deployment'
        servicePages type: text, meaning: 'directory of the pages that present services, named after them'
        pageCheck default: 'service-page-drift', meaning: 'name of the check that service pages are what the manifests give in the pipeline'
        rehearsalTool default: 'migration-rehearsal', meaning: 'name of the tool that tries migrations on a filled database'
        rehearsalRows default: 1000, meaning: 'rows that the smallest table has at least on which a migration is tried'
        databaseHarness default: ['@platform/testing'], meaning: 'packages that open a migrated database for tests'
        standInDatabases default: ['pg-mem', 'pglite', '@electric-sql/pglite', 'sqlite3', 'better-sqlite3', 'sql.js'],
                         meaning: 'packages that stand in for a database'
        neverReplaced default: ['@platform/events', '@platform/database', 'drizzle-orm'],
                      meaning: 'modules that integration tests do not replace'
        conformanceSuites default: ['audit', 'brand scoping', 'scope enforcement'], meaning: 'suites of the platform that every service runs'
    }
    sections 'preamble', 'new-service-code', 'new-service-database', 'new-service-events', 'new-service-tests', 'new-service-docs',
        'new-service-observability', 'new-service-auth', 'new-service-deployment', 'new-service-sdk', 'new-endpoint', 'new-event', 'new-job',
        'partner-integration', 'any-deploy'
}
