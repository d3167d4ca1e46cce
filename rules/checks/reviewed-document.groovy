check('reviewed-document') {
    takes {
        path text
        roles list
    }
    some Document where { document.path == arg.path && document.words > 0 } labelled 'the document exists'
    attested by: arg.roles, boundTo: Document where { document.path == arg.path }
    fix   'Write the document and let a person of these roles attest the text as it stands.'
}
