// Undecided while the list of public paths is only known when the code runs: then nobody knows which routes are public.
check('known-public-paths') {
    no Unresolved where { unresolved.lookedFor == 'public paths' } unresolved { unresolved.file != '' } labelled 'the public paths are known'
}
