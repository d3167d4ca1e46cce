pack('starter') {
    title 'Starter'
    checklists 'service'
}
