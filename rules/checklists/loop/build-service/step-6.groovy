section('step-6', 'Step 6: infrastructure') {
    item('infra-fragment') {
        title    'Fragment of the infrastructure is there, with the names of the service'
        severity blocker
        source   'Loop build-a-service guide, Step 6'
        some RepoFile where { repoFile.path == subject.directory + '/infra.ts' } labelled 'there is an infra.ts'
        some InfraResource where {
            infraResource.file == subject.directory + '/infra.ts' && infraResource.exported
        } labelled 'it gives a resource'
        no TemplateTrace where { templateTrace.file == subject.directory + '/infra.ts' } labelled 'no name of the template is left in it'
        fails    "infra.ts of ${subject.name} is missing, or does not carry the names of the service"
        fix      'Copy infra.ts from services/_template, and replace its names.'
    }
    item('service-name') {
        title    'Name in the fragment is that of the service, and the host name follows it'
        source   'Loop build-a-service guide, Step 6'
        some InfraResource where {
            infraResource.file == subject.directory + '/infra.ts' && infraResource.exported && infraResource.name == subject.name
        } labelled 'the resource has the name of the service'
        use 'infra-property', pattern: '^(hostname|domain(\\.name)?|loadBalancer\\.domain(\\.name)?)$' labelled 'there is a host name'
        every InfraProperty where {
            infraProperty.file == subject.directory + '/infra.ts' && infraProperty.name =~ '^(hostname|domain(\\.name)?|loadBalancer\\.domain(\\.name)?)$'
        } unresolved { !infraProperty.resolved } must { infraProperty.value.startsWith(subject.name + '.') } labelled 'the host name begins with it'
        fails    "infra.ts of ${subject.name} does not use the name of the service, or of its host"
        fix      'Name the resource after the service, and let its host name begin with that name.'
    }
    item('resources-linked') {
        title    'What the service uses is linked: database, NATS, alarm topic'
        source   'Loop build-a-service guide, Step 6'
        appliesIf { use 'runs-tasks' }
        anyOf('the database, where there are tables') {
            no DbTable labelled 'there are no tables'
            some InfraResource where { infraResource.links.containsAny(param.databaseLinks) } labelled 'the database is linked'
        }
        anyOf('NATS, where there are events') {
            allOf {
                no EventPublish labelled 'nothing is published'
                no EventHandler labelled 'nothing is handled'
            }
            some InfraResource where { infraResource.links.containsAny(param.natsLinks) } labelled 'NATS is linked'
        }
        some InfraResource where { infraResource.links.containsAny(param.alarmLinks) } labelled 'the alarm topic is linked'
        fails    "infra.ts of ${subject.name} does not link what the service uses"
        fix      'Add the shared resource to `link` of the service.'
    }
    item('scaling') {
        title    'Least and largest number of tasks are set for each stage'
        source   'Loop build-a-service guide, Step 6'
        appliesIf { use 'runs-tasks' }
        use 'scaled-stages'
    }
    item('health-paths') {
        title    'Path of the health check is set, and it is a public route'
        source   'Loop build-a-service guide, Step 6'
        appliesIf { use 'runs-tasks' }
        use 'infra-property', pattern: '^health\\b' labelled 'a path is set'
        every InfraProperty where {
            infraProperty.file == subject.directory + '/infra.ts' && infraProperty.name =~ '^health\\b.*path|^health(\\.\\d+)?$'
        } unresolved { !infraProperty.resolved } has Route where {
            route.path == infraProperty.value && route.open && (route.method in ['GET', 'ALL'])
        } labelled 'the path is a public route'
        fails    "infra.ts of ${subject.name} sets no path of a health check that is a public route"
        fix      'Set health.path to a path that is registered and listed in publicPaths.'
    }
    item('sst-import') {
        title    'Root configuration imports the fragment'
        severity blocker
        source   'Loop build-a-service guide, Step 6'
        use 'loaded-fragment'
    }
    item('sst-return-key') {
        title    'Root configuration returns the service'
        severity blocker
        source   'Loop build-a-service guide, Step 6'
        use 'returned-fragment'
    }
}
