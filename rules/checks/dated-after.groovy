// A document about the operation gives a day for one field and a later one for the next.
check('dated-after') {
    takes {
        document text
        field text
        next text
    }
    every DocField, as: 'before' where {
        before.document == param.reviewDirectory + arg.document + '.md' && before.field == arg.field
    } has DocField, as: 'after' where {
        after.document == before.document && after.field == arg.next && after.date > before.date
    }
}
