// Never holds: nobody knows who the lead was on the day of the signature when an export of rotations does not reach that day.
check('unknown-rotation') {
    every SignOff where {
        signOff.document == param.reviewDirectory + subject.operationId + '.md' && signOff.role.equalsIgnoreCase(param.onCallRole) &&
            !signOff.open && !signOff.rejected
    } has anywhere(StateExport) where {
        stateExport.factTypes.contains('OnCallSchedule') && !(stateExport.from <= signOff.date && stateExport.until > signOff.date)
    } unresolved { stateExport.kind != '' } labelled 'the exported rotations do not reach that day'
}
