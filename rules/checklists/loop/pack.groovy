pack('loop') {
    title 'Loop platform'
    checklists 'full', 'production-readiness', 'build-service'
}
