section('security', 'Security') {
    item('threat-model') {
        title    'Threat model was updated'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Security'
        some anywhere(DocSection) where {
            docSection.document == param.threatModel && docSection.terms.contains(subject.operationId) && docSection.words >= 20
        } labelled 'the threat model speaks of the operation'
        anyOf('it was changed, or security needs no change') {
            some anywhere(DocSection) where {
                docSection.document == param.threatModel && docSection.terms.contains(subject.operationId) &&
                    docSection.changed && docSection.level > 1 // the first level holds the whole page
            } labelled 'the part that speaks of it was changed'
            attested by: 'security', boundTo: anywhere(Document) where { document.path == param.threatModel }
        }
        fails    "the threat model says nothing about ${subject.operationId}"
        fix      'Say in the threat model what the operation changes, or let security attest that it changes nothing.'
    }
    item('soc2-map') {
        title    'The SOC 2 control map names an operation that touches a control area'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, Security'
        appliesIf {
            some DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'control area'
            } unresolved { docField.placeholder } labelled 'the review says whether it touches a control area'
            no DocField where {
                docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'control area' && docField.value == 'none'
            } labelled 'it touches one'
        }
        some RegistryEntry where { registryEntry.file == param.controlMap && registryEntry.entry == subject.operationId } labelled 'the map names the operation'
        fails    "the control map does not name ${subject.operationId}"
        fix      'Add the operation with its control to the map.'
    }
    item('pii-drift') {
        title    'Gate on drift of personal data is green'
        severity blocker
        source   'Matter production-readiness review, Security'
        some anywhere(Repository) unresolved { repository.sha == null } labelled 'the judged commit is known'
        every anywhere(Repository) has anywhere(ToolRun) where {
            toolRun.command.endsWith(' ' + param.piiDriftModule) && toolRun.exitCode == 0 && toolRun.errors <= 0
        } unresolved {
            repository.sha == null || toolRun.sha == null || toolRun.sha != repository.sha
        } labelled 'the gate ran on the commit, and found no drift'
        every anywhere(ToolRun) where {
            toolRun.command.endsWith(' ' + param.piiDriftModule) && toolRun.exitCode == 0
        } hasNo anywhere(ToolRun), as: 'later' where {
            later.command == toolRun.command && later.sha == toolRun.sha && (later.exitCode != 0 || later.errors > 0) && later.at > toolRun.at
        } labelled 'no later run found any'
        fails    "the gate on drift of personal data did not run green on the commit; drifts of a later run: ${later.errors}"
        fix      'Mend the drift, run the module on the commit, and export the run as kind records.tool-run.'
    }
    item('pii-canary') {
        title    'Canary of personal data covers every field that is marked'
        severity blocker
        source   'Matter production-readiness review, Security'
        appliesIf {
            anyOf('it has personal data, or nobody said that it has none') {
                no ApiExtension where {
                    apiExtension.operation == subject.key && apiExtension.name == 'x-matter-pii' && apiExtension.value == 'false'
                } labelled 'nobody says of the whole operation that it has none'
                some ApiProperty where {
                    apiProperty.operation == subject.key && apiProperty.piiClass != null && !(apiProperty.piiClass in ['false', 'none'])
                } labelled 'a property is marked all the same'
            }
        }
        every ApiProperty where { apiProperty.operation == subject.key } unresolved { apiProperty.piiClass == null } must {
            apiProperty.piiClass != null
        } labelled 'every property says whether it is personal'
        every ApiProperty where {
            apiProperty.operation == subject.key && apiProperty.piiClass != null && !(apiProperty.piiClass in ['false', 'none'])
        } has anywhere(RegistryEntry) where {
            registryEntry.file == param.piiCanary && (registryEntry.entry == apiProperty.pointer || registryEntry.entry == apiProperty.name)
        } labelled 'the canary looks for it'
        fails    "${apiProperty.pointer} of ${subject.key} is personal, and the canary does not look for it"
        fix      'Add the field to the list of the canary.'
    }
}
