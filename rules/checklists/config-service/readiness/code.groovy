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
}
