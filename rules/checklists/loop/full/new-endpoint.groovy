section('new-endpoint', 'New endpoint') {
    judges ApiOperation

    item('connect-docs') {
        title    'Pages for partners describe the operation'
        severity minor
        source   'Loop full checklist, New endpoint'
        appliesIf {
            some ApiOperation where {
                apiOperation.key == subject.key && apiOperation.tags.contains(param.partnerTag)
            } labelled 'partners may call it'
        }
        use 'connect-page', changed: false labelled 'a page for partners mentions it'
        anyOf('the page is as new as the operation') {
            some base(ApiOperation), as: 'before' where {
                before.key == subject.key && before.scopes.containsAll(subject.scopes)
            } labelled 'the operation is not new'
            use 'connect-page', changed: true labelled 'a page that mentions it changed with it'
        }
        fails    "no page for partners that is as new as ${subject.key} mentions it"
        fix      'Name the operation, its path or its scope on a page for partners, in the change that adds it.'
    }
    item('oauth-e2e') {
        title    'OAuth was tried on the operation from end to end'
        phase    prePromotion
        source   'Loop full checklist, New endpoint'
        appliesIf {
            some ApiOperation where {
                apiOperation.key == subject.key && apiOperation.tags.contains(param.partnerTag) && !apiOperation.scopes.isEmpty()
            } labelled 'partners may call it with a token'
        }
        anyOf('it was tried on staging') {
            allOf {
                every anywhere(Repository) has anywhere(TestResult) where {
                    testResult.stage == 'staging' && testResult.passed && testResult.suite =~ '(?i)oauth' &&
                        testResult.name.contains(subject.key + ' ') && testResult.name =~ '(?i)\\baccepts\\b'
                } unresolved {
                    repository.sha == null || testResult.sha == null || testResult.sha != repository.sha
                } labelled 'a token that OAuth gave is accepted'
                every anywhere(Repository) has anywhere(TestResult) where {
                    testResult.stage == 'staging' && testResult.passed && testResult.suite =~ '(?i)oauth' &&
                        testResult.name.contains(subject.key + ' ') && testResult.name =~ '(?i)\\b(refuses|rejects)\\b'
                } unresolved {
                    repository.sha == null || testResult.sha == null || testResult.sha != repository.sha
                } labelled 'a bad or revoked one is refused'
            }
            attested within: 90.days labelled 'somebody says so'
        }
        no anywhere(TestResult) where {
            (testResult.stage == 'staging' || testResult.stage == null) && (testResult.status in [FAILED, ERROR]) &&
                testResult.suite =~ '(?i)oauth' && testResult.name.contains(subject.key + ' ')
        } unresolved { testResult.stage == null } labelled 'no such test failed'
        fails    "a test of OAuth on ${subject.key} failed: ${testResult.name}"
        fix      'Add the operation to the suite of OAuth, with a good token and a revoked one, and export its report with its stage.'
    }
    item('scope-documented') {
        title    'Scope of the operation is chosen, enforced and described'
        severity blocker
        source   'Loop full checklist, New endpoint'
        some ApiOperation where { apiOperation.key == subject.key && !apiOperation.scopes.isEmpty() } labelled 'the description names a scope'
        some RouteGuard where {
            routeGuard.route == subject.key && routeGuard.kind == SCOPE && (routeGuard.effective || !routeGuard.resolved) &&
                (routeGuard.arguments.containsAny(subject.scopes) || !routeGuard.resolved)
        } unresolved { !routeGuard.resolved } labelled 'the code asks for it'
        every RouteGuard where { routeGuard.route == subject.key && routeGuard.kind == SCOPE } unresolved { !routeGuard.resolved } must {
            subject.scopes.containsAll(routeGuard.arguments)
        } labelled 'the code asks for no other'
        some anywhere(ScopeDef) where {
            subject.scopes.contains(scopeDef.scope) && scopeDef.description != scopeDef.scope && scopeDef.description.length() >= 10
        } labelled 'the scope is described'
        fails    "the scope of ${subject.key} is not the same in the description and in the code, or nobody described it"
        fix      'Name one scope in the description and in the code, and say in packages/scopes what it allows.'
    }
    item('baa-if-phi') {
        title    'Gate for the signed agreement stands before a route with health data'
        severity blocker
        judges   Route
        source   'Loop full checklist, New endpoint'
        anyOf('no health data, or the gate') {
            every RouteGuard where {
                routeGuard.route == subject.key && routeGuard.kind == SCOPE
            } unresolved { !routeGuard.resolved } hasNo anywhere(ScopeDef) where {
                (scopeDef.phi || !scopeDef.classified) && routeGuard.arguments.contains(scopeDef.scope)
            } unresolved { !scopeDef.classified } labelled 'no scope of the route opens health data'
            some RouteGuard where {
                routeGuard.route == subject.key && (routeGuard.name in param.baaGates) && routeGuard.effective
            } labelled 'the gate is ahead of the handler'
        }
        fails    "${subject.key} opens health data without the gate for a signed agreement"
        fix      'Register requireBaa() ahead of the route.'
    }
    item('api-reference-regenerated') {
        title    'Reference page of the operation was generated from the description as it is'
        severity minor
        source   'Loop full checklist, New endpoint'
        some anywhere(GeneratedArtifact) where {
            generatedArtifact.path == param.apiPages + '/' + subject.operationId + '.mdx' &&
                generatedArtifact.inputs.contains(subject.spec) &&
                (generatedArtifact.current == null || generatedArtifact.current == true) &&
                (generatedArtifact.intact == null || generatedArtifact.intact == true)
        } unresolved { generatedArtifact.current == null } labelled 'it was made from the description as it is'
        some anywhere(Document) where {
            document.path == param.apiPages + '/' + subject.operationId + '.mdx' && document.terms.contains(subject.operationId)
        } labelled 'it names the operation'
        fails    "${subject.key} has no page of its own that was generated from ${subject.spec} as it is"
        fix      'Generate the page; its front matter names the openapi.yaml it was made from, with the SHA-256 of its bytes.'
    }
    item('rate-limit-cost') {
        title    'Operation has a limit of its own or of its class, which fits its cost'
        phase    prePromotion
        source   'Loop full checklist, New endpoint'
        some RouteGuard where {
            routeGuard.route == subject.key && routeGuard.kind == RATE_LIMIT && routeGuard.effective && routeGuard.via != GLOBAL
        } labelled 'a limit is checked before the handler runs'
        every RouteGuard where {
            routeGuard.route == subject.key && routeGuard.kind == RATE_LIMIT
        } unresolved { !routeGuard.resolved } has anywhere(RateLimitPolicy) where {
            routeGuard.arguments.contains(rateLimitPolicy.routeClass) && rateLimitPolicy.limit > 0
        } labelled 'the limit is a number above zero'
        attested by: 'maintainer', within: 365.days labelled 'a maintainer compared it with the cost'
        fix      'Register rateLimit(CLASS) ahead of the route, and let a maintainer attest that it fits.'
    }
    item('webhooks-emitted') {
        title    'Partners learn of meaningful changes by webhook'
        severity minor
        phase    prePromotion
        source   'Loop full checklist, New endpoint'
        appliesIf {
            some ApiOperation where { apiOperation.key == subject.key && apiOperation.mutation } labelled 'it changes state'
        }
        anyOf('a webhook carries what it publishes, or somebody decided that none has to') {
            every HandlerReach where { handlerReach.route == subject.key && !handlerReach.events.isEmpty() } has anywhere(WebhookFilter) where {
                handlerReach.events.contains(webhookFilter.event)
            } labelled 'an event it publishes is in the filters of webhooks'
            some HandlerReach where {
                handlerReach.route == subject.key && !handlerReach.complete
            } unresolved { !handlerReach.complete } labelled 'what else it publishes is not known'
            some anywhere(Attestation) where {
                attestation.item == 'loop.full.new-endpoint.webhooks-emitted' && attestation.decision == CONFIRMED &&
                    (attestation.subject == subject.key || attestation.subject == '*')
            } fresh 365.days labelled 'somebody decided that partners need not know'
        }
        anyOf('it publishes an event, or somebody decided that it has none to publish') {
            some HandlerReach where { handlerReach.route == subject.key && !handlerReach.events.isEmpty() } labelled 'it publishes an event'
            attested by: 'maintainer', within: 365.days labelled 'a maintainer says that partners need not know'
        }
        fails    "${subject.key} publishes ${handlerReach.events}, none of which is in the filters of webhooks"
        fix      'List the event in the filters of webhooks, or let a maintainer attest that partners need not know of the change.'
    }
}
