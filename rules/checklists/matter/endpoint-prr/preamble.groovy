section('preamble', 'The review') {
    item('promotion-gated') {
        title    'No promotion on the maturity ladder without a passing review'
        severity blocker
        source   'Matter production-readiness review, introduction'
        appliesIf {
            anyOf('the operation is promoted') {
                some base(ApiOperation), as: 'before' where {
                    before.key == subject.key &&
                        ((before.maturity == 'preview' && (subject.maturity in ['beta', 'ga'])) || (before.maturity == 'beta' && subject.maturity == 'ga'))
                } labelled 'it was lower on the ladder before'
                allOf('it is new and not a preview') {
                    no base(ApiOperation), as: 'before' where { before.key == subject.key }
                    some ApiOperation where { apiOperation.key == subject.key && (apiOperation.maturity in ['beta', 'ga']) }
                }
            }
        }
        some DocField where {
            docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'promotes to' &&
                docField.value.equalsIgnoreCase(subject.maturity)
        } labelled 'a review of this step is filed'
        some DocField where {
            docField.document == param.reviewDirectory + subject.operationId + '.md' && docField.field == 'result' &&
                docField.value.equalsIgnoreCase('pass')
        } labelled 'it passed'
        fails    "${subject.key} became ${subject.maturity} without a passing review of this step in ${subject.operationId}.md"
        fix      'File the review of this step and finish it, or leave the maturity as it was.'
    }
    item('council-forum') {
        title    'API Council reviews the filing in its weekly forum'
        severity major
        phase    prePromotion
        source   'Matter production-readiness review, introduction'
        attested by: 'api-council', boundTo: Document where { document.path == param.reviewDirectory + subject.operationId + '.md' }
        fix      'Put the filing on the agenda of the forum and record its decision.'
    }
    item('checked-or-justified') {
        title    'Each line is checked or carries a justification'
        severity blocker
        phase    prePromotion
        source   'Matter production-readiness review, Checklist'
        some Document where { document.path == param.reviewDirectory + subject.operationId + '.md' } labelled 'the review is filed'
        some ChecklistLine where { checklistLine.document == param.reviewTemplate } labelled 'there is a template to compare it with'
        every ChecklistLine, as: 'line' where { line.document == param.reviewDirectory + subject.operationId + '.md' } must {
            line.checked || line.justification.length() >= 12
        } labelled 'no line is open without a reason'
        every ChecklistLine, as: 'line' where { line.document == param.reviewTemplate } has ChecklistLine where {
            checklistLine.document == param.reviewDirectory + subject.operationId + '.md' && checklistLine.text == line.text
        } labelled 'no line of the template is missing'
        fails    "the review of ${subject.operationId} has no ticked or justified line `${line.text}`"
        fix      'Tick the line when it holds, or write behind it why it need not: ` — justification: ...`.'
    }
    item('last-updated') {
        title    'Page has a last-updated stamp'
        severity info
        judges   Repository
        source   'Matter production-readiness review, head of the page'
        some DocField where {
            docField.document == param.reviewPage && docField.field == 'last updated' && docField.date <= now
        }
        fails    "the page of the review, ${param.reviewPage}, has no valid date of its last update"
        fix      'Write a date behind the label at the head of the page.'
    }
}
