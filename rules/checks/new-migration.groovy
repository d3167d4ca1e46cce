// True of a migration that the revision brings or changes; undecided when there is no revision to compare with.
check('new-migration') {
    no base(Migration), as: 'before' where {
        before.key == subject.key && before.checksum == subject.checksum
    } labelled 'it is not as it was before'
}
