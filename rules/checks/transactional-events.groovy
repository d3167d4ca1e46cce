// An event leaves with the transaction of the change it tells of.
check('transactional-events') {
    every EventPublish unresolved { !eventPublish.transactionKnown && !eventPublish.inTransaction } must { eventPublish.inTransaction }
    fails "${eventPublish.event} is published in ${eventPublish.file} without the handle of the transaction around it"
    fix   'Publish inside the transaction callback, and pass its handle as `{ tx }`.'
}
