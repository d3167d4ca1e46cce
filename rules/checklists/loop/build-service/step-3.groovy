section('step-3', 'Step 3: the domain') {
    item('schema-file') {
        title    'Tables are defined with Drizzle in src/db/schema.ts'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'owns-tables' }
        some RepoFile where { repoFile.path == subject.directory + '/src/db/schema.ts' } labelled 'the file is there'
        some DbTable where { dbTable.source == CODE } labelled 'a table is defined'
        every DbTable where { dbTable.source == CODE } must {
            dbTable.api == DRIZZLE && dbTable.file.glob(subject.directory + '/src/db/{schema,schema/**}.ts')
        } labelled 'each table is defined in it'
        fix      'Move the table to src/db/schema.ts, or to a file below src/db/schema/ that it exports.'
    }
    item('brand-id') {
        title    'Each table has the column of the brand'
        severity blocker
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: false
    }
    item('repository-per-aggregate') {
        title    'Each aggregate has one repository class, in a file of its name'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'owns-tables' }
        some ClassDecl where { classDecl.role == REPOSITORY && classDecl.kind == PRODUCTION } labelled 'there is a repository'
        every ClassDecl where { classDecl.role == REPOSITORY && classDecl.kind == PRODUCTION } must {
            classDecl.file.glob(subject.directory + '/src/db/*.repository.ts')
        } labelled 'repositories lie in src/db/<entity>.repository.ts'
        every ClassDecl, as: 'one' where { one.role == REPOSITORY && one.kind == PRODUCTION } hasNo ClassDecl, as: 'other' where {
            other.role == REPOSITORY && other.kind == PRODUCTION && other.key != one.key &&
                (other.file == one.file || other.aggregate == one.aggregate)
        } labelled 'each has an aggregate and a file of its own'
        some DbTable where { dbTable.source == CODE && !(dbTable.name in param.bookkeepingTables) } labelled 'a table is declared'
        every DbTable where { dbTable.source == CODE && !(dbTable.name in param.bookkeepingTables) } has ClassDecl where {
            classDecl.role == REPOSITORY && classDecl.kind == PRODUCTION
        } unresolved {
            !(dbTable.name.lower().startsWith(classDecl.aggregate.lower()) || dbTable.constant.lower().startsWith(classDecl.aggregate.lower()))
        } labelled 'the name of each table tells its aggregate'
        every QueryUse unresolved { queryUse.table == null } must {
            queryUse.enclosingClass != null && queryUse.file.endsWith('.repository.ts')
        } labelled 'only repositories query tables'
        every QueryUse where { (queryUse.operation in [INSERT, UPDATE, UPSERT, DELETE]) } hasNo QueryUse, as: 'second' where {
            (second.operation in [INSERT, UPDATE, UPSERT, DELETE]) && second.table == queryUse.table && second.file != queryUse.file
        } labelled 'one repository alone changes a table'
        every ClassDecl where { classDecl.role == REPOSITORY && classDecl.kind == PRODUCTION } hasNo QueryUse where {
            (queryUse.operation in [INSERT, UPDATE, UPSERT, DELETE]) && queryUse.enclosingClass != classDecl.name &&
                (queryUse.table.lower() == classDecl.aggregate.lower() || queryUse.table.lower() == classDecl.aggregate.lower() + 's' ||
                    queryUse.table.lower().endsWith('.' + classDecl.aggregate.lower()) ||
                    queryUse.table.lower().endsWith('.' + classDecl.aggregate.lower() + 's'))
        } labelled 'no other class changes the aggregate of a repository'
        fix      'Give each aggregate one class in src/db/<entity>.repository.ts, and query its tables only there.'
    }
    item('class-based') {
        title    'Services and repositories are classes that are given their collaborators'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        every RepoFile where { repoFile.path.glob('**/src/{services/*.service,db/*.repository}.ts') } has ClassDecl where {
            classDecl.file == repoFile.path && classDecl.exported && (classDecl.role in [SERVICE, REPOSITORY]) && !classDecl.injected.isEmpty()
        }
        fails    "${repoFile.path} exports no class that is given its collaborators"
        fix      'Export a class whose constructor takes what it works with.'
    }
    item('service-file') {
        title    'Business logic lies in src/services/<entity>.service.ts'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        every ClassDecl where { classDecl.role == SERVICE && classDecl.kind == PRODUCTION } must {
            classDecl.file.glob(subject.directory + '/src/services/*.service.ts')
        }
        fails    "${classDecl.name} lies in ${classDecl.file}"
        fix      'Move the class to src/services/<entity>.service.ts.'
    }
    item('service-uses-repository') {
        title    'Business logic reaches data through the repository'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'owns-tables' }
        no QueryUse where {
            queryUse.file.glob('**/src/services/**') || queryUse.file.endsWith('.service.ts') || queryUse.enclosingClass.endsWith('Service')
        } labelled 'no service queries a table'
        no ImportEdge where {
            (importEdge.fromLayer == 'services' || importEdge.fromFile.endsWith('.service.ts')) && importEdge.kind == PRODUCTION &&
                !importEdge.typeOnly && (importEdge.toPackage in param.queryPackages)
        } labelled 'no service imports what queries are made of'
        fix      'Move the query to the repository of the aggregate.'
    }
    item('brand-filter') {
        title    'Each query keeps to the brand'
        severity blocker
        source   'Loop build-a-service guide, Step 3'
        use 'filtered-queries'
    }
    item('publish-event-api') {
        title    'Events leave through publishEvent only'
        severity blocker
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'publishes-events' }
        every EventPublish must {
            eventPublish.api == 'publishEvent' && eventPublish.module == '@platform/events'
        } labelled 'events are published by publishEvent of @platform/events'
        no ImportEdge where {
            importEdge.kind == PRODUCTION && !importEdge.typeOnly && (importEdge.toPackage in param.brokerPackages)
        } labelled 'no client of a broker is imported'
        fix      'Publish with publishEvent of @platform/events.'
    }
    item('event-name-constant') {
        title    'Event names are constants of the contracts package'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'publishes-events' }
        every EventPublish unresolved { !eventPublish.resolved } has anywhere(EventType) where {
            eventType.name == eventPublish.event && eventType.named
        } labelled 'the constants list the name'
        every EventPublish unresolved {
            !eventPublish.resolved && !eventPublish.constant.startsWith('EVENT_NAMES.')
        } must { eventPublish.constant.startsWith('EVENT_NAMES.') } labelled 'the name is written as a constant'
        fix      'Name the event by EVENT_NAMES of @platform/contracts.'
    }
    item('publish-in-tx') {
        title    'Change and event share a transaction'
        severity blocker
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'publishes-events' }
        use 'transactional-events'
    }
    item('payload-brand-id') {
        title    'Payloads carry the brand'
        severity minor
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'publishes-events' }
        every EventPublish unresolved {
            !eventPublish.payloadKnown && !eventPublish.payloadKeys.contains(param.tenantColumn)
        } must { eventPublish.payloadKeys.contains(param.tenantColumn) }
        fails    "${eventPublish.event} is published in ${eventPublish.file} without ${param.tenantColumn}"
        fix      'Add the brand to the payload.'
    }
    item('validate-event') {
        title    'Payloads are validated against their schema'
        severity info
        source   'Loop build-a-service guide, Step 3'
        appliesIf { use 'publishes-events' }
        every EventPublish has CodeCall where {
            codeCall.file == eventPublish.file && codeCall.name == 'validateEvent' &&
                codeCall.enclosingFunction == eventPublish.enclosingFunction
        }
        fails    "${eventPublish.event} is published in ${eventPublish.file} without validateEvent"
        fix      'Call validateEvent with the name and the payload ahead of publishEvent.'
    }
}
