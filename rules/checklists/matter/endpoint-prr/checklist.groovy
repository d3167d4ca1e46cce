checklist('matter/endpoint-prr') {
    title   'Endpoint production-readiness review'
    judges  ApiOperation
    waivers allowed
    params {
        reviewDirectory default: 'apps/api/__gates__/prod-readiness/', meaning: 'where review documents are filed, one for each operation'
        reviewTemplate default: 'apps/api/__gates__/prod-readiness/_template.md', meaning: 'the document every review is copied from'
        reviewPage default: 'apps/docs/content/docs/process/production-readiness.mdx', meaning: 'the page that describes the review'
        matterExtensions default: ['x-matter-explainer', 'x-matter-mcp', 'x-matter-rate-limit', 'x-matter-slo', 'x-matter-cost-budget', 'x-matter-cache-layer', 'x-matter-pii', 'x-matter-classification', 'x-matter-maturity'],
                         meaning: 'extensions every operation carries'
        inheritedExtensions default: false, meaning: 'whether an extension of the path item or the document counts'
        trivialProperties type: list, meaning: 'names of properties that need no explainer'
        supportedSdks type: list, meaning: 'languages of code blocks, one for each supported SDK'
        threatModel default: 'apps/docs/content/docs/security/threat-model.mdx', meaning: 'path of the threat model'
        councilMembers type: list, meaning: 'names of the members of the API Council'
        quorum type: integer, meaning: 'members of the API Council who must sign'
    }
    sections 'preamble', 'specification', 'operations', 'security', 'customer', 'sign-off', 'after-ga'
}
