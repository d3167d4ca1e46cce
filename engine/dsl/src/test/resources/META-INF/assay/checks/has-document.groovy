check('has-document') {
    takes { name text }
    some Document where { document.name == arg.name }
    fails "there is no ${arg.name}"
}
