section('code', 'Code') {
    item('no-synchronize') {
        title    'The ORM never changes the schema by itself'
        severity blocker
        source   'Config Service readiness, Code'
        appliesIf {
            anyOf('it uses TypeORM') {
                some PackageManifest where { packageManifest.dependencies.contains('typeorm') }
                some ImportEdge where { importEdge.kind == PRODUCTION && importEdge.toPackage == 'typeorm' && !importEdge.typeOnly }
            }
        }
        some ConfigOption where { configOption.tool == 'typeorm' && configOption.name == 'synchronize' } labelled 'its data source was found'
        every ConfigOption where {
            configOption.tool == 'typeorm' && (configOption.name in ['synchronize', 'dropSchema'])
        } unresolved { !configOption.resolved } must { configOption.value == 'false' } labelled 'no data source changes the schema at start'
        no CodeCall where { codeCall.kind == PRODUCTION && codeCall.name == 'synchronize' } labelled 'nothing calls synchronize()'
        fails    "the data source may change the schema by itself"
        fix      'Set synchronize and dropSchema to false, and change the schema by migrations.'
    }
    item('no-secrets') {
        title    'No secret is written into the code'
        severity blocker
        source   'Config Service readiness, Code'
        some anywhere(ToolRun) where { toolRun.tool == param.secretScanner && toolRun.exitCode == 0 } at revision labelled 'a scan of this commit ended well'
        no anywhere(ToolFinding) where {
            toolFinding.tool == param.secretScanner && !toolFinding.suppressed && (toolFinding.sha == null || toolFinding.sha == subject.sha)
        } labelled 'it found nothing'
        no anywhere(RepoFile) where {
            repoFile.tracked && repoFile.name =~ '^\\.env(\\..+)?$' && !(repoFile.name =~ '(?i)\\.(example|sample|template|dist)$')
        } labelled 'no file of the environment is committed'
        fails    "the scan did not end well, or something looks like a secret: ${toolFinding.rule} at ${toolFinding.file}:${toolFinding.line}, ${repoFile.path}"
        fix      'Change the secret, take it out, and export the report of a scan of the commit as kind gitleaks or sarif.'
    }
    item('env-validated') {
        title    'All environment variables are validated with Zod at start'
        severity major
        source   'Config Service readiness, Code'
        appliesIf { some EnvVarUse where { envVarUse.kind == PRODUCTION } }
        every EnvVarUse where { envVarUse.kind == PRODUCTION && !envVarUse.declaration } must {
            envVarUse.validatedBy != null
        } labelled 'the schema of the environment names every variable that is read'
        every EnvVarUse where { envVarUse.kind == PRODUCTION && envVarUse.declaration } has ImportEdge where {
            importEdge.fromFile == envVarUse.validatedBy && importEdge.toPackage == 'zod'
        } labelled 'the schema is one of Zod'
        some CodeCall where {
            codeCall.kind == PRODUCTION && (codeCall.name in ['parse', 'parseAsync']) && codeCall.arguments.contains('process.env') &&
                codeCall.enclosingFunction == null && codeCall.condition == null
        } labelled 'it is parsed when the program starts'
        fails    "the environment is read without being validated"
        fix      'Name the variable in the schema, and parse process.env with it where the program starts.'
    }
    item('ts-strict') {
        title    'TypeScript is strict and compiles without an error'
        severity blocker
        source   'Config Service readiness, Code'
        some ConfigOption where {
            configOption.tool == 'typescript' && configOption.kind != TEST && configOption.name == 'compilerOptions.strict'
        } labelled 'a project of TypeScript was found'
        every ConfigOption where {
            configOption.tool == 'typescript' && configOption.kind != TEST && !(configOption.name in param.relaxedFlags)
        } unresolved { !configOption.resolved } must { configOption.value == 'true' } labelled 'strict and all it stands for are on'
        some ToolRun where { toolRun.tool == param.typecheckTool } at revision labelled 'the types of this commit were checked'
        every ToolRun where { toolRun.tool == param.typecheckTool && toolRun.sha == subject.sha } must {
            toolRun.exitCode == 0 && toolRun.errors <= 0
        } labelled 'there are no errors of types'
        fails    "${configOption.name} is ${configOption.value} in ${configOption.file}, or the types have errors"
        fix      'Turn strict on in every project that ships, and mend the errors.'
    }
    item('eslint-domain') {
        title    'Restrictions of ESLint on imports of the domain hold'
        severity major
        source   'Config Service readiness, Code'
        some ConfigOption where {
            configOption.tool == 'eslint' && configOption.name.startsWith(param.domainRule) && configOption.name.contains(param.domainLayer)
        } labelled 'the rule is set for files of the domain'
        every ConfigOption where {
            configOption.tool == 'eslint' && (configOption.name == param.domainRule ||
                (configOption.name.startsWith(param.domainRule + ' in ') && configOption.name.contains(param.domainLayer)))
        } unresolved { !configOption.resolved } must { configOption.value == 'error' } labelled 'it is an error'
        no ImportEdge where {
            importEdge.kind == PRODUCTION && importEdge.fromFile.contains(param.domainLayer) && !importEdge.typeOnly &&
                (importEdge.toPackage != null || importEdge.toLayer == 'infrastructure' || importEdge.toLayer == 'application')
        } labelled 'no file of the domain imports a package or another layer'
        some ToolRun where { toolRun.tool == param.lintTool } at revision labelled 'this commit was linted'
        every ToolRun where { toolRun.tool == param.lintTool && toolRun.sha == subject.sha } must { toolRun.exitCode == 0 } labelled 'the run is green'
        no ToolFinding where {
            toolFinding.tool == param.lintTool && toolFinding.sha == subject.sha && toolFinding.rule == param.domainRule
        } labelled 'the rule found nothing, not even what a comment hides'
        fails    "files of the domain are not kept apart by ${configOption.name}"
        fix      'Set the rule to error for the files of the domain, and turn the dependency around.'
    }
}
