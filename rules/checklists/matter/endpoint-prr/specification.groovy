section('specification', 'Specification') {
    item('matter-extensions') {
        title    'Operation is in the spec with all nine x-matter extensions'
        severity blocker
        source   'Matter production-readiness review, Specification'
        every PolicyValue where { policyValue.name == 'matterExtensions' } has ApiExtension where {
            apiExtension.operation == subject.key && apiExtension.name == policyValue.value && !apiExtension.empty &&
                (param.inheritedExtensions || !apiExtension.inherited)
        }
        fails    "${subject.key} has no value for ${policyValue.value}"
        fix      'Give the operation the extension with a value; false counts, null and {} do not.'
    }
    item('mcp-catalog') {
        title    'MCP catalog is current, and sensitive operations are withheld or exposed on purpose'
        severity blocker
        phase    prePromotion
        source   'Matter production-readiness review, Specification'
        some anywhere(GeneratedArtifact) where {
            generatedArtifact.path == param.mcpCatalog && generatedArtifact.inputs.contains(subject.spec) &&
                (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } unresolved { generatedArtifact.current == null } labelled 'the catalog was made from the description as it is'
        some ApiExtension where {
            apiExtension.operation == subject.key && apiExtension.name == 'x-matter-classification' && !apiExtension.empty
        } labelled 'the operation is classified'
        anyOf('it is not sensitive, or somebody decided') {
            no ApiExtension where {
                apiExtension.operation == subject.key && apiExtension.name == 'x-matter-classification' &&
                    (apiExtension.value in param.sensitiveClassifications)
            } labelled 'it is not sensitive'
            allOf {
                some ApiExtension where {
                    apiExtension.operation == subject.key && apiExtension.name == 'x-matter-mcp' &&
                        apiExtension.values.containsAny(['never_expose=true', 'never_expose=false'])
                } labelled 'x-matter-mcp says whether it is exposed'
                attested by: 'security', within: 730.days labelled 'security decided it'
            }
        }
        anyOf('it may be exposed, or the catalog does not list it') {
            no ApiExtension where {
                apiExtension.operation == subject.key && apiExtension.name == 'x-matter-mcp' &&
                    apiExtension.values.contains('never_expose=true')
            } labelled 'nothing says that it is never exposed'
            no anywhere(GeneratedArtifact) where {
                generatedArtifact.path == param.mcpCatalog && generatedArtifact.names.contains(subject.operationId)
            } labelled 'the catalog does not list it'
        }
        fix      'Set x-matter-mcp.never_expose, let security attest the decision, and generate the catalog anew.'
    }
    item('oasdiff') {
        title    'Nothing breaks against the minor version before'
        severity blocker
        source   'Matter production-readiness review, Specification'
        appliesIf {
            some ApiOperation where {
                apiOperation.key == subject.key && param.previousMinor != 'none'
            } labelled 'there is a minor version before'
        }
        some anywhere(Repository) unresolved { repository.sha == null } labelled 'the judged commit is known'
        every anywhere(Repository) has anywhere(ToolRun) where {
            toolRun.tool == 'oasdiff' && toolRun.artifact == param.previousMinor + ':' + subject.spec + '..' + subject.spec
        } unresolved {
            repository.sha == null || toolRun.sha == null || toolRun.sha != repository.sha
        } labelled 'the description was compared with the minor version before'
        no anywhere(ToolFinding) where {
            toolFinding.tool == 'oasdiff' && toolFinding.level != NOTE && !toolFinding.suppressed &&
                (toolFinding.operation == null || toolFinding.operation == subject.key)
        } unresolved { toolFinding.level == WARNING } labelled 'nothing breaks'
        fails    "${subject.key} breaks its clients, or was not compared with the minor version before: ${toolFinding.rule}: ${toolFinding.message}"
        fix      'Take the change back, and export the report as kind oasdiff with the `base` REFERENCE:PATH and the `revision` PATH in its scope.'
    }
    item('error-taxonomy') {
        title    'Error codes fit their family and each has a docs page'
        severity major
        source   'Matter production-readiness review, Specification'
        every ErrorPath where { errorPath.route == subject.key } unresolved { errorPath.code == null } has ErrorCode where {
            errorCode.code == errorPath.code && errorCode.family != null
        } labelled 'each code belongs to a family'
        every ErrorPath where { errorPath.route == subject.key } unresolved { errorPath.code == null } has anywhere(Document) where {
            document.path == param.errorPages + errorPath.code + '.mdx' && document.words >= 20 && document.placeholders == 0
        } labelled 'each code has a page'
        fails    "error code ${errorPath.code} of ${subject.key} has no family or no page"
        fix      'Add the code to the taxonomy with its family, and write its page.'
    }
}
