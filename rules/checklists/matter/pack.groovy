pack('matter') {
    title 'Matter API'
    checklists 'endpoint-prr'
}
