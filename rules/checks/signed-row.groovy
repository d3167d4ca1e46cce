// A row of a sign-off table counts when a person who holds the role signed the text as it stands. A row without a name
// or a date is open, not refused. Changes later than the moment of judging are none of its business: they are there
// when an old moment is judged again.
check('signed-row') {
    takes {
        document text
        role text
        directoryRole text
    }
    some SignOff where { signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) } awaiting {
        signOff.open && !signOff.rejected
    } labelled 'the row is signed'
    every SignOff where { signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) } must {
        !signOff.rejected
    } labelled 'nobody refused'
    every SignOff where { signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) && !signOff.open } must {
        signOff.date <= now
    } labelled 'its date is valid and not of the future'
    every SignOff where {
        signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) && !signOff.open && signOff.documentChangedAt <= now
    } must { signOff.date + 1.days > signOff.documentChangedAt } labelled 'the document was not changed since'
    every SignOff where {
        signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) && !signOff.open
    } hasNo DocField where {
        docField.document == arg.document && docField.field == 'last updated' && docField.date > signOff.date
    } labelled 'the document does not say that it is newer'
    every SignOff where {
        signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) && !signOff.open
    } has anywhere(TeamMember) where {
        teamMember.active && (teamMember.name == signOff.name || teamMember.handle == signOff.name) &&
            teamMember.roles.contains(arg.directoryRole)
    } labelled 'the signer holds the role'
    fails "the signature of ${signOff.name} as ${signOff.role} does not count"
    fix   'Let a person who holds the role write name and date into the row, after the last change of the document.'
}
