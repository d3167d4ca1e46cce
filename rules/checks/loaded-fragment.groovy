// sst.config.ts loads the fragment of the service, whatever the stage.
check('loaded-fragment') {
    some anywhere(InfraRegistration) where {
        infraRegistration.file == 'sst.config.ts' && infraRegistration.service == subject.directory &&
            infraRegistration.toFile == subject.directory + '/infra.ts' && infraRegistration.active &&
            infraRegistration.calls != null
    }
    fails "sst.config.ts does not load ${subject.directory}/infra.ts for every stage"
    fix   "Add `await import('./services/NAME/infra').then((m) => m.NAME(shared))` to sst.config.ts."
}
