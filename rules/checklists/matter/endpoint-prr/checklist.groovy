checklist('matter/endpoint-prr') {
    title   'Endpoint production-readiness review'
    judges  ApiOperation
    waivers allowed
    params {
        reviewDirectory default: 'apps/api/__gates__/prod-readiness/', meaning: 'where review documents are filed, one for each operation'
        reviewTemplate default: 'apps/api/__gates__/prod-readiness/_template.md', meaning: 'the document every review is copied from'
        reviewPage default: 'apps/docs/content/docs/process/production-readiness.mdx', meaning: 'the page that describes the review'
        matterExtensions default: ['x-matter-explainer', 'x-matter-mcp', 'x-matter-rate-limit', 'x-matter-slo', 'x-matter-cost-budget', 'x-matter-cache-layer', 'x-matter-pii', 'x-matter-classification', 'x-matter-maturity'],
                         meaning: 'extensions every operation carries'
        inheritedExtensions default: false, meaning: 'whether an extension of the path item or the document counts'
        mcpCatalog default: 'apps/api/mcp-catalog.json', meaning: 'path of the generated catalog of MCP tools'
        sensitiveClassifications type: list, meaning: 'values of x-matter-classification that make an operation sensitive'
        trivialProperties type: list, meaning: 'names of properties that need no explainer'
        supportedSdks type: list, meaning: 'languages of code blocks, one for each supported SDK'
        threatModel default: 'apps/docs/content/docs/security/threat-model.mdx', meaning: 'path of the threat model'
        councilMembers type: list, meaning: 'names of the members of the API Council'
        servicePackages default: 'packages/{billing,identity,matters}', meaning: 'directories of the packages that hold services, as a path pattern'
        handlerLines default: 50, meaning: 'lines a route handler may have'
        pipelineStages default: ['auth', 'scope', 'ratelimit', 'audit'], meaning: 'stages of the middleware for every operation'
        mutationStages default: ['idempotency', 'dryrun', 'event'], meaning: 'further stages for operations that change something'
        errorPages default: 'apps/docs/content/docs/errors/', meaning: 'where pages of error codes lie'
        runbookPages default: 'apps/docs/content/docs/runbooks', meaning: 'where runbooks lie, one for each kind of operation'
        runbookRegistry default: 'apps/api/lib/runbook-registry.ts', meaning: 'module that names the runbook of each kind of operation'
        chaosCadence default: 'apps/api/lib/chaos-cadence.ts', meaning: 'module that names the drills'
        controlMap default: 'apps/api/lib/soc2-controls.ts', meaning: 'module that maps operations to controls'
        gameDayList default: 'gameDay', meaning: 'name of the registry of those who take part in the next game day'
        messageRegistry default: 'messages', meaning: 'name of the registry of messages'
        baseLanguage default: 'en', meaning: 'language every message exists in'
        piiCanary default: 'apps/api/lib/pii-canary.ts', meaning: 'module that lists the fields the canary looks for'
        primitives default: 'apps/api/lib/', meaning: 'directory of the pure logic'
        ioModules default: ['fs', 'node:fs', 'node:fs/promises', 'http', 'node:http', 'https', 'node:https', 'net', 'node:net', 'node:child_process',
            '@prisma/client', '@matter/database', 'pg', 'ioredis', 'redis', 'axios', 'undici', 'got', 'node-fetch', '@aws-sdk/client-s3'],
                  meaning: 'modules that read or write something outside of the program'
        architectureLint default: 'arch-lint', meaning: 'name of the tool that checks who imports whom, as its runs give it'
        databasePackage default: 'packages/database/src/', meaning: 'directory of the only code that may hold text of SQL'
        previousMinor type: text, meaning: 'git reference of the last release of the minor version before, `none` when there is none'
        piiDriftModule default: 'apps/api/lib/pii-drift-validation.ts', meaning: 'module that compares marked fields with what is sent'
        quorum type: integer, meaning: 'members of the API Council who must sign'
    }
    sections 'preamble', 'specification', 'implementation', 'operations', 'security', 'customer', 'sign-off', 'after-ga'
}
