// What will run is known from manifests as they will be: those of the repository, or what was rendered from this very commit.
check('rendered-manifests') {
    some Workload where { workload.source == DECLARED } labelled 'manifests are there, and render'
    no anywhere(StateExport) where {
        stateExport.kind == 'kubernetes.manifests' && (stateExport.sha == null || stateExport.sha != subject.sha)
    } unresolved { stateExport.kind == 'kubernetes.manifests' } labelled 'none was rendered from another commit'
    fails "there is no manifest of ${subject.name}"
    fix   'Render the chart, and export what it gives with the directory as `chart` and the commit.'
}
