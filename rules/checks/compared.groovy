// Undecided when there is no revision to compare with: then nobody knows what is new.
check('compared') {
    some anywhere(base(Repository)) labelled 'there is a revision to compare with'
}
