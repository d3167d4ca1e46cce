// Undecided while a part of the manifest cannot be read: what was read before that part proves nothing about the whole.
check('readable-manifest') {
    no ManifestField where { manifestField.field.isBlank() } labelled 'every key of the manifest can be read'
}
