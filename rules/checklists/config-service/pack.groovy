pack('config-service') {
    title 'Config Service'
    checklists 'readiness'
}
