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
        !signOff.rejected && (signOff.open || signOff.date <= now) &&
            (signOff.open || signOff.documentChangedAt == null || signOff.date + 1.days > signOff.documentChangedAt)
    } labelled 'it is not refused, not of the future and not older than the document'
    every SignOff where {
        signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) && !signOff.open
    } hasNo DocField where {
        docField.document == arg.document && docField.field == 'last updated' && docField.date > signOff.date
    } labelled 'it is not older than the date of the document'
    every SignOff where {
        signOff.document == arg.document && signOff.role.equalsIgnoreCase(arg.role) && !signOff.open
    } has anywhere(TeamMember) where {
        teamMember.active && (teamMember.name == signOff.name || teamMember.handle == signOff.name) &&
            teamMember.roles.contains(arg.directoryRole)
    } labelled 'the signer holds the role'
    fails "the row of ${signOff.role} (${signOff.name}, ${signOff.date}) does not count"
    fix   'Let a person who holds the role write name and date into the row, after the last change of the document.'
}
