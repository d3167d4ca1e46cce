// In each stage a name of the service leads to the edge of that stage.
check('stage-records') {
    use 'stage-record', stage: 'dev', infix: '.dev.' labelled 'dev'
    use 'stage-record', stage: 'staging', infix: '.staging.' labelled 'staging'
    use 'stage-record', stage: 'prod', infix: '.' labelled 'production'
    fails "a name of ${subject.name} below ${param.platformDomain} has no record, or one that leads elsewhere"
    fix   'Add the record for the stage, and export the records of the zone again.'
}
