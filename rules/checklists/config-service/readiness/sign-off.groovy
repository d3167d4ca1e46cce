section('sign-off', 'Sign-off') {
    item('tech-lead') {
        title    'Tech lead signed'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Sign-off'
        use 'signed-row', document: param.checklistDocument, role: 'Tech Lead', directoryRole: 'tech-lead'
    }
    item('sre') {
        title    'SRE signed'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Sign-off'
        use 'signed-row', document: param.checklistDocument, role: 'SRE', directoryRole: 'sre'
    }
    item('security') {
        title    'Security signed'
        severity blocker
        phase    prePromotion
        source   'Config Service readiness, Sign-off'
        use 'signed-row', document: param.checklistDocument, role: 'Security', directoryRole: 'security'
    }
}
