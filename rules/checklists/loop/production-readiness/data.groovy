section('data', 'Data') {
    item('brand-id-not-null') {
        title    'Brand column is mandatory in each table'
        severity blocker
        source   'Loop production readiness, Data'
        appliesIf { use 'owns-tables' }
        use 'tenant-column', mandatory: true
    }
    item('migration-rollback-runbook') {
        title    'Runbook says how a migration is taken back'
        source   'Loop production readiness, Data'
        appliesIf { use 'owns-tables' }
        some DocSection where {
            docSection.document.startsWith(subject.directory + '/') && docSection.heading =~ '(?i)\\b(roll(ing)?[ -]?back|undo)' &&
                docSection.heading =~ '(?i)migrat' && docSection.words >= 12 && docSection.placeholders == 0
        }
        fails    "no document of ${subject.name} has a section on taking migrations back"
        fix      'Write a section `Rollback of migrations` into RUNBOOK.md; say which ones cannot be taken back.'
    }
}
