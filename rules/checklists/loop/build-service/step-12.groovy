section('step-12', 'Step 12: production') {
    item('staging-auto') {
        title    'Merge brings the commit to staging'
        phase    afterStagingDeploy
        source   'Loop build-a-service guide, Step 12'
        use 'runs-candidate', stage: 'staging'
        use 'merged-deployment', stage: 'staging'
        fails    "no merge brought this commit of ${subject.name} to staging"
        fix      'Let the pipeline deploy each merge to staging, and export the deployments again.'
    }
    item('prod-manual-gate') {
        title    'Promotion to prod passes a gate that a person opens'
        severity blocker
        phase    promotion
        source   'Loop build-a-service guide, Step 12'
        use 'prod-approved', item: 'loop.build-service.step-12.prod-manual-gate'
    }
    item('prr-complete') {
        title    'Production readiness is complete, with every box ticked'
        severity blocker
        source   'Loop build-a-service guide, Step 12'
        verdictOf 'loop/production-readiness', except: 'loop.production-readiness.preamble.badge', upTo: prePromotion labelled 'every item that is judged here is green'
        no anywhere(Waiver) where {
            waiver.item.startsWith('loop.production-readiness.') && (waiver.subject == subject.key || waiver.subject == '*') && waiver.until > now
        } labelled 'nothing is waived'
        attested by: 'service-owner' labelled 'the owner states that the boxes nobody judges here are ticked'
        fix      'Close the open items of loop/production-readiness; waivers do not count here.'
    }
}
