// False for a folder of static files: nothing runs that could be scaled, watched or traced.
check('runs-tasks') {
    anyOf('something of the service runs') {
        no InfraResource where { infraResource.type.endsWith('StaticSite') } labelled 'it is no static site'
        some InfraResource where { infraResource.type.endsWith('Service') } labelled 'a resource runs tasks'
    }
}
