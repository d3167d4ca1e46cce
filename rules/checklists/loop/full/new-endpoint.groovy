section('new-endpoint', 'New endpoint') {
    judges ApiOperation

    item('connect-docs') {
        title    'Pages for partners describe the operation'
        severity minor
        source   'Loop full checklist, New endpoint'
        appliesIf {
            some ApiOperation where {
                apiOperation.key == subject.key && apiOperation.tags.contains(param.partnerTag)
            } labelled 'partners may call it'
        }
        use 'connect-page', changed: false labelled 'a page for partners mentions it'
        anyOf('the page is as new as the operation') {
            some base(ApiOperation), as: 'before' where {
                before.key == subject.key && before.scopes.containsAll(subject.scopes)
            } labelled 'the operation is not new'
            use 'connect-page', changed: true labelled 'a page that mentions it changed with it'
        }
        fix      'Name the operation, its path or its scope on a page for partners, in the change that adds it.'
    }
}
