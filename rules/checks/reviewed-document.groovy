check('reviewed-document') {
    takes {
        path text
        role text
    }
    some Document where { document.path == arg.path && document.words > 0 } labelled 'the document exists'
    attested by: arg.role, boundTo: Document where { document.path == arg.path }
    fix   'Write the document and let a person of that role attest the text as it stands.'
}
