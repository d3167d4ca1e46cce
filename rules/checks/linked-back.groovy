// The pages of the services that a service depends on lead to its own page.
check('linked-back') {
    every ManifestField where { manifestField.field =~ '^dependencies\\.\\d+$' } has anywhere(DocLink) where {
        docLink.document == param.servicePages + '/' + manifestField.value + '.mdx' &&
            docLink.path == param.servicePages + '/' + subject.name + '.mdx'
    }
    fails "the page of ${manifestField.value} does not link ${subject.name}"
    fix   'Add the link to the related services of that page.'
}
