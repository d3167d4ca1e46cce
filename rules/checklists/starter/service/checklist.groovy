checklist('starter/service') {
    title   'Good practice for any service repository'
    judges  Repository
    waivers allowed
    params {
        openPromises default: 40, meaning: 'how many TODO and FIXME comments production code may hold'
        largeFile default: 5242880, meaning: 'size in bytes from which a tracked binary file is too large'
    }
    sections 'documents', 'build', 'tree', 'api'
}
