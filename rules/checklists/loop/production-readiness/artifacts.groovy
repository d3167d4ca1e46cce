section('artifacts', 'Artifacts') {
    item('manifest-complete-stable') {
        title    'Service manifest is complete and says stable'
        severity blocker
        source   'Loop production readiness, Artifacts'
        use 'mandatory-fields'
        some ManifestField where {
            manifestField.field == 'status' && manifestField.value == 'stable'
        } labelled 'status is stable'
        fix      'Fill the missing field, and write `status: stable` in the change that promotes the service.'
    }
    item('readme') {
        title    'README at the root of the service tells how to run it locally'
        source   'Loop production readiness, Artifacts'
        use 'run-locally'
    }
    item('runbook') {
        title    'Runbook covers alarms, dashboards, remediation, escalation and recent incidents'
        source   'Loop production readiness, Artifacts'
        use 'runbook'
        use 'document-with-sections', path: 'RUNBOOK.md', sections: ['escalat'] labelled 'escalation'
        use 'document-with-sections', path: 'RUNBOOK.md', sections: ['incident'] labelled 'recent incidents'
        fails    "RUNBOOK.md of ${subject.name} lacks alarms, dashboards with a link, remediation, escalation or recent incidents"
        fix      'Write the missing section; a few true lines are enough, a heading or TBD is not.'
    }
    item('service-page-renders') {
        title    'Page of the service renders in the documentation site'
        severity minor
        source   'Loop production readiness, Artifacts'
        some anywhere(ToolRun) where {
            toolRun.tool == param.docsTool && toolRun.exitCode == 0 && toolRun.errors <= 0 &&
                toolRun.covered.contains(param.servicePages + '/' + subject.name + '.mdx')
        } at revision unresolved { toolRun.errors < 0 } labelled 'the site was built without an error, with the page'
        every anywhere(ToolRun) where {
            toolRun.tool == param.docsTool && toolRun.sha == subject.sha && toolRun.exitCode == 0
        } hasNo anywhere(ToolRun), as: 'later' where {
            later.tool == toolRun.tool && later.sha == toolRun.sha && later.exitCode != 0 && later.at > toolRun.at
        } labelled 'no later build failed'
        every anywhere(DocLink) where {
            docLink.document == param.servicePages + '/' + subject.name + '.mdx' && !docLink.external
        } must { docLink.resolves == true } labelled 'its links within the repository lead somewhere'
        fails    "the page of ${subject.name} was not built without an error on ${subject.sha}, or a link of it leads nowhere: ${docLink.target}"
        fix      'Mend what the build says of the page, and export the build with its errors and the pages it `covered`.'
    }
    item('openapi-complete') {
        title    'Every route in openapi.yaml has a description and an example'
        severity blocker
        source   'Loop production readiness, Artifacts'
        appliesIf { use 'serves-routes' }
        use 'operations-described'
    }
}
