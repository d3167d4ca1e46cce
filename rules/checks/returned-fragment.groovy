// sst.config.ts returns what the fragment of the service gave.
check('returned-fragment') {
    some anywhere(InfraRegistration) where {
        infraRegistration.file == 'sst.config.ts' && infraRegistration.service == subject.directory &&
            infraRegistration.exportKey.endsWith('Service')
    }
    fails "sst.config.ts does not return ${subject.name} under a key that ends with Service"
    fix   'Return the stack of the service under `nameService`.'
}
