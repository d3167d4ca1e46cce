checklist('config-service/readiness') {
    title   'Service readiness'
    judges  Service
    waivers forbidden
    params {
        checklistDocument default: 'docs/SERVICE_READINESS.md', meaning: 'path of the readiness document itself'
        documentStatuses default: ['draft', 'populated', 'approved'], meaning: 'words the status of the readiness document may be'
        documentFreshness type: duration, meaning: 'greatest age of the date in the readiness document'
        companionDocuments default: ['Service Template', 'DEFINITION_OF_DONE.md'], meaning: 'texts of the links to the companion documents'
        requiredDocuments type: list, meaning: 'paths of the 17 documents'
        relaxedFlags default: ['compilerOptions.strictPropertyInitialization'], meaning: 'flags of strict that may be off'
        typecheckTool default: 'tsc', meaning: 'name of the tool that checks types, as its runs give it'
        lintTool default: 'ESLint', meaning: 'name of the linter, as its reports give it'
        domainRule default: 'no-restricted-imports', meaning: 'rule of ESLint that keeps imports out of the domain'
        domainLayer default: 'src/domain/', meaning: 'directory of the domain'
        secretScanner default: 'gitleaks', meaning: 'name of the tool that looks for secrets, as its reports give it'
        migrationTool default: 'migrations', meaning: 'name of the tool that applies migrations, or lists those that are applied'
        rollbackTool default: 'migrations-up-down-up', meaning: 'name of the tool that applies migrations, takes them back and applies them again'
        seedTool default: 'seed-check', meaning: 'name of the tool that looks for the data every stage begins with'
        globalNode default: 'GLOBAL', meaning: 'name of the node the tree begins at'
        systemRoles type: list, meaning: 'names of the roles every stage has'
        image type: text, meaning: 'name of the image of the service in its registry'
        stubWords default: 40, meaning: 'a document with fewer words is a stub'
        resolutionScenario default: 'resolution', meaning: 'name of the scenario of the load test that resolves values'
        latencyMetric default: 'http_req_duration', meaning: 'how the load test calls the time that a request takes'
    }
    sections 'header', 'documentation', 'code', 'tests', 'security', 'observability', 'deployment', 'migrations', 'sign-off'
}
