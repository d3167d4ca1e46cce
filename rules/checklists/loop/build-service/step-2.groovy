section('step-2', 'Step 2: manifest') {
    item('name') {
        title    'Manifest name is the name of the directory'
        severity blocker
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where {
            manifestField.field == 'name' && manifestField.shape == TEXT && manifestField.value == subject.name
        }
        fails    "the manifest of ${subject.directory} does not name it ${subject.name}"
        fix      'Write the name of the directory as `name`.'
    }
    item('display-name') {
        title    'Manifest has a display name'
        severity minor
        source   'Loop build-a-service guide, Step 2'
        use 'manifest-field', field: 'display_name'
    }
    item('owner') {
        title    'Manifest names an owner by handle'
        severity blocker
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where {
            manifestField.field == 'owner' && manifestField.value =~ '^@\\S+$' && !manifestField.placeholder
        } labelled 'a handle stands there'
        anyOf('the person has not left, as far as a directory tells') {
            every anywhere(Coverage) where { coverage.factType == 'TeamMember' } must {
                coverage.status == NOT_ATTEMPTED
            } labelled 'no directory is given'
            every ManifestField where { manifestField.field == 'owner' } hasNo anywhere(TeamMember) where {
                teamMember.handle == manifestField.value && !teamMember.active
            } labelled 'nobody of the directory who left has the handle'
        }
        fails    "the manifest of ${subject.name} names no owner by handle, or one who left"
        fix      'Write the handle of the owner in quotes, with its @.'
    }
    item('team') {
        title    'Manifest names the team'
        severity minor
        source   'Loop build-a-service guide, Step 2'
        use 'manifest-field', field: 'team'
    }
    item('status') {
        title    'Manifest status is alpha, beta or stable'
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where { manifestField.field == 'status' && (manifestField.value in ['alpha', 'beta', 'stable']) }
        fails    "the status of ${subject.name} is none of alpha, beta and stable"
        fix      'Use one of the three words.'
    }
    item('description') {
        title    'Manifest says in a sentence what the service owns'
        severity minor
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where {
            manifestField.field == 'description' && manifestField.shape == TEXT && !manifestField.placeholder &&
                manifestField.value =~ '\\S+\\s+\\S+\\s+\\S+' && !(manifestField.value =~ '\\n[ \\t]*\\n[ \\t]*\\S')
        } labelled 'one paragraph of words'
        every ManifestField where { manifestField.field == 'description' } hasNo anywhere(ManifestField), as: 'original' where {
            original.template && original.field == 'description' && original.value == manifestField.value
        } labelled 'not the one of the template'
        fails    "the manifest of ${subject.name} does not say in one paragraph of its own what the service owns"
        fix      'Write one sentence of your own on what the service owns.'
    }
    item('contracts-openapi') {
        title    'Manifest points to an OpenAPI description that is there'
        severity blocker
        source   'Loop build-a-service guide, Step 2'
        appliesIf { use 'serves-routes' }
        use 'readable-manifest'
        some ManifestField where {
            manifestField.field == 'contracts.openapi' && manifestField.shape == TEXT && !manifestField.placeholder
        } labelled 'contracts.openapi is filled'
        every ManifestField where { manifestField.field == 'contracts.openapi' } has RepoFile where {
            './' + repoFile.path == './' + subject.directory + '/' + manifestField.value ||
                manifestField.value == './' + repoFile.name && repoFile.directory == subject.directory
        } labelled 'the file is there, counted from the manifest'
        fails    "the manifest of ${subject.name} points to no OpenAPI description that is there"
        fix      'Generate openapi.yaml and write its path, relative to the manifest.'
    }
    item('events-published') {
        title    'Manifest lists the events it publishes'
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where {
            (manifestField.field in ['contracts.events_published', 'events_published']) && manifestField.shape == LIST
        }
        fails    "the manifest of ${subject.name} has no list of published events"
        fix      'Write `events_published: []` below `contracts` when there are none.'
    }
    item('events-consumed') {
        title    'Manifest lists the events it consumes'
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where {
            (manifestField.field in ['contracts.events_consumed', 'events_consumed']) && manifestField.shape == LIST
        }
        fails    "the manifest of ${subject.name} has no list of consumed events"
        fix      'Write `events_consumed: []` below `contracts` when there are none.'
    }
    item('data-database') {
        title    'Manifest names the kind of database'
        severity minor
        source   'Loop build-a-service guide, Step 2'
        appliesIf {
            anyOf('it may own a schema') {
                some ManifestField where {
                    (manifestField.field in ['data.schemas_owned', 'schemas_owned']) && manifestField.size > 0
                } labelled 'it owns one'
                no ManifestField where {
                    (manifestField.field in ['data.schemas_owned', 'schemas_owned']) && manifestField.shape == LIST
                } labelled 'it does not say that it owns none'
            }
        }
        use 'readable-manifest'
        some ManifestField where {
            (manifestField.field in ['data.database', 'database']) && manifestField.shape == TEXT && !manifestField.placeholder &&
                !manifestField.value.isBlank()
        }
        fails    "the manifest of ${subject.name} does not say which kind of database holds its schemas"
        fix      'Write `database` below `data`.'
    }
    item('brand-scope') {
        title    'Manifest lists the brands it serves'
        severity blocker
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        some ManifestField where {
            (manifestField.field in ['brand_scope', 'data.brand_scope']) && manifestField.shape == LIST && manifestField.size > 0 &&
                manifestField.items.size() == manifestField.size && param.brands.containsAll(manifestField.items)
        }
        fails    "the manifest of ${subject.name} has no list of known brands"
        fix      'List at least one brand, each as it stands in the parameter `brands`.'
    }
    item('ci-validation') {
        title    'Pipeline validates the manifest'
        source   'Loop build-a-service guide, Step 2'
        use 'green-check', name: param.manifestCheck
    }
    item('schemas-owned') {
        title    'Manifest lists the schemas in which the service has tables'
        source   'Loop build-a-service guide, Step 2'
        use 'readable-manifest'
        anyOf('it lists them, or there is nothing to list') {
            allOf {
                some ManifestField where {
                    (manifestField.field in ['schemas_owned', 'data.schemas_owned']) && manifestField.size > 0 && !manifestField.placeholder
                } labelled 'the manifest lists a schema'
                some ManifestField where { manifestField.field =~ '^(data\\.)?schemas_owned\\.\\d+$' } labelled 'it names it'
                every DbTable has ManifestField where {
                    (manifestField.field in ['schemas_owned', 'data.schemas_owned']) && manifestField.items.contains(dbTable.schema)
                } labelled 'each table is in a listed schema'
                every ManifestField where { manifestField.field =~ '^(data\\.)?schemas_owned\\.\\d+$' } has DbTable where {
                    dbTable.schema == manifestField.value
                } labelled 'each listed schema has a table'
            }
            allOf {
                some ManifestField where {
                    (manifestField.field in ['schemas_owned', 'data.schemas_owned']) && manifestField.shape == LIST && manifestField.size == 0
                } labelled 'the manifest says that there is none'
                no DbTable labelled 'no table is declared'
            }
        }
        every ManifestField where { manifestField.field =~ '^(data\\.)?schemas_owned\\.\\d+$' } hasNo anywhere(ManifestField), as: 'other' where {
            other.field =~ '^(data\\.)?schemas_owned\\.\\d+$' && other.owner != manifestField.owner && !other.template &&
                other.value == manifestField.value
        } labelled 'no other service owns them'
        fails    "the manifest of ${subject.name} does not list the schemas in which the service has tables"
        fix      'List the schemas of src/db/schema.ts below `data.schemas_owned`.'
    }
}
