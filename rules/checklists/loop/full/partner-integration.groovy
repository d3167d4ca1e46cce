section('partner-integration', 'New partner integration') {
    judges PartnerIntegration

    item('branding') {
        title    'Buttons and screens of the integration follow the button kit'
        severity minor
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        appliesIf {
            some anywhere(PartnerIntegration) where {
                partnerIntegration.key == subject.key && partnerIntegration.userInterface
            } labelled 'it shows something to people'
        }
        attested by: 'design', within: 730.days
        fix      'Ask a reviewer of the design team to compare the integration with the button kit and attest the result.'
    }
    item('revoke-ui') {
        title    'People can disconnect the integration themselves'
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        attested within: 730.days
        every anywhere(Attestation) where {
            attestation.item == 'loop.full.partner-integration.revoke-ui' && attestation.decision == CONFIRMED &&
                (attestation.subject == subject.key || attestation.subject == '*')
        } awaiting { attestation.evidence == null } must { attestation.at <= now } labelled 'the statement links its evidence'
        fix      'Try the control that disconnects, see the grant gone, and attest it with a link to the record.'
    }
    item('webhook-signature') {
        title    'Webhooks that come in are verified by their signature'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        appliesIf {
            some anywhere(Route) where { route.file.startsWith(subject.directory + '/') && route.mutation } labelled 'it receives webhooks'
        }
        every anywhere(Route) where { route.file.startsWith(subject.directory + '/') && route.mutation } has anywhere(HandlerCall) where {
            handlerCall.file.startsWith(subject.directory + '/') && handlerCall.route == route.key &&
                handlerCall.name =~ '(?i)^(verify|check|assert|validate)\\w*signature' && handlerCall.order <= 4 && !handlerCall.conditional
        } labelled 'the signature is verified before anything else is done'
        every anywhere(Route) where { route.file.startsWith(subject.directory + '/') && route.mutation } has anywhere(HandlerCall) where {
            handlerCall.file.startsWith(subject.directory + '/') && handlerCall.route == route.key &&
                handlerCall.callee =~ '(^|\\.)req(uest)?\\.(text|arrayBuffer)$'
        } labelled 'it is verified over the raw body'
        no anywhere(HandlerCall) where {
            handlerCall.file.startsWith(subject.directory + '/') &&
                handlerCall.callee =~ '(^|\\.)req(uest)?\\.(json|parseBody|formData)$'
        } labelled 'no body is parsed by the framework'
        fails    "${subject.directory} does not verify the signature of a webhook over its raw body before anything else"
        fix      'Read the body as text, verify its signature, and only then parse it.'
    }
    item('error-codes') {
        title    'Every error code of the platform is handled'
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        every anywhere(ErrorCode) where { !errorCode.file.startsWith(subject.directory + '/') } has anywhere(RegistryEntry) where {
            registryEntry.file.startsWith(subject.directory + '/') && registryEntry.entry == errorCode.code
        }
        fails    "${subject.directory} has no entry that says what to do about ${errorCode.code}"
        fix      'List the code with its treatment in a constant of the integration.'
    }
    item('backoff-jitter') {
        title    'Calls of the platform are tried again with growing, scattered pauses'
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        some anywhere(OutboundCall) where { outboundCall.file.startsWith(subject.directory + '/') } labelled 'it calls something'
        every anywhere(OutboundCall) where {
            outboundCall.file.startsWith(subject.directory + '/') && (outboundCall.host == null || outboundCall.host.endsWith(param.platformDomain))
        } unresolved { outboundCall.host == null && !outboundCall.retry } must {
            outboundCall.retry && outboundCall.retryBackoff && outboundCall.retryJitter
        } labelled 'with backoff and jitter'
        fails    "${outboundCall.target} is called in ${outboundCall.file} without a retry that backs off with jitter"
        fix      'Wrap the call in retry with exponential backoff and jitter.'
    }
    item('no-tokens-phi-logs') {
        title    'Logs of the integration hold neither tokens nor health data'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        every anywhere(LogStatement) where {
            logStatement.file.startsWith(subject.directory + '/') && logStatement.kind == PRODUCTION
        } unresolved {
            logStatement.whole.isEmpty() && !logStatement.fields.containsAny(param.healthFields) &&
                !logStatement.fields.containsAny(param.tokenFields) && !param.loggableFields.containsAll(logStatement.fields)
        } must {
            logStatement.whole.isEmpty() && !logStatement.fields.containsAny(param.healthFields) &&
                !logStatement.fields.containsAny(param.tokenFields) && !logStatement.wrappedFields.containsAny(param.tokenFields)
        }
        fails    "${logStatement.file} logs ${logStatement.whole} ${logStatement.fields}"
        fix      'Log single fields that are known to be harmless, and no token in any form.'
    }
    item('pkce-s256') {
        title    'Code challenge of the integration is made with S256, never plain'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        anyOf('the method is sent') {
            some anywhere(ConfigOption) where {
                configOption.tool == 'oauth' && configOption.name == 'code_challenge_method' &&
                    (configOption.value == 'S256' || !configOption.resolved) && configOption.file.startsWith(subject.directory + '/')
            } unresolved { !configOption.resolved } labelled 'the request names it'
            some anywhere(ImportEdge) where {
                importEdge.fromFile.startsWith(subject.directory + '/') && importEdge.kind == PRODUCTION && !importEdge.typeOnly &&
                    (importEdge.toPackage in param.pkceLibraries)
            } unresolved { importEdge.toPackage != null } labelled 'a library may send it'
        }
        every anywhere(ConfigOption) where {
            configOption.tool == 'oauth' && configOption.name == 'code_challenge_method' &&
                configOption.file.startsWith(subject.directory + '/')
        } unresolved { !configOption.resolved } must { configOption.value == 'S256' } labelled 'no request names another'
        every anywhere(OAuthClient) where { oAuthClient.integration == subject.name } must {
            oAuthClient.pkceMethod == 'S256'
        } labelled 'its clients accept nothing else'
        fails    "${subject.directory} does not send code_challenge_method=S256, or its client accepts another"
        fix      'Send code_challenge_method=S256 with a fresh verifier; without it, the method is plain.'
    }
    item('oauth-client') {
        title    'Developer portal knows an enabled client of the integration'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        some anywhere(OAuthClient) where {
            oAuthClient.integration == subject.name && oAuthClient.stage == 'prod' && oAuthClient.enabled
        } fresh 24.hours
        fails    "the developer portal has no enabled client of ${subject.name} for production"
        fix      'Register the client for production, and export the clients of the portal again.'
    }
    item('redirect-uris') {
        title    'Each stage has redirect URIs of its own'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        some anywhere(OAuthClient) where {
            oAuthClient.integration == subject.name && oAuthClient.stage == 'dev' && oAuthClient.enabled &&
                oAuthClient.redirectUris.anyMatches('^(https://[^*/?#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?)(/[^*]*)?$')
        } fresh 24.hours labelled 'dev has one; this machine will do'
        forEach(['staging', 'prod']) { stage ->
            some anywhere(OAuthClient) where {
                oAuthClient.integration == subject.name && oAuthClient.stage == stage && oAuthClient.enabled &&
                    oAuthClient.redirectUris.anyMatches('^https://[^*/?#]+(/[^*]*)?$')
            } fresh 24.hours labelled 'the stage has one over https'
        }
        every anywhere(OAuthClient) where { oAuthClient.integration == subject.name && oAuthClient.stage == 'dev' } must {
            oAuthClient.redirectUris.allMatch('^(https://[^*/?#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?|[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+:)(/[^*]*)?$')
        } labelled 'those of dev are exact'
        every anywhere(OAuthClient) where {
            oAuthClient.integration == subject.name && (oAuthClient.stage == null || oAuthClient.stage != 'dev')
        } unresolved { oAuthClient.stage == null } must {
            oAuthClient.redirectUris.allMatch('^(https://[^*/?#]+|[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+:)(/[^*]*)?$') &&
                !oAuthClient.redirectUris.anyMatches('^https://(localhost|127\\.|\\[::1\\])')
        } labelled 'all others are exact, over https or of an app of their own'
        every anywhere(OAuthClient) where {
            oAuthClient.integration == subject.name && oAuthClient.stage != 'prod'
        } hasNo anywhere(OAuthClient), as: 'production' where {
            production.integration == subject.name && production.stage == 'prod' && production.redirectUris.containsAny(oAuthClient.redirectUris)
        } labelled 'none is one of production'
        fails    "${oAuthClient.key} of ${subject.name} has no exact redirect URI over https of its own: ${oAuthClient.redirectUris}"
        fix      'Register an exact https URI for each stage, and export the clients of the portal again.'
    }
    item('token-refresh') {
        title    'Tokens are refreshed, and a test lets one expire'
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        appliesIf {
            some anywhere(OAuthClient) where {
                oAuthClient.integration == subject.name &&
                    (oAuthClient.grants.isEmpty() || !oAuthClient.grants.allMatch('^client_credentials$'))
            } labelled 'a client of it acts for people'
        }
        anyOf('the sources show it, or somebody says so where there are none') {
            allOf('the sources show it') {
                some anywhere(CodeCall) where {
                    codeCall.file.startsWith(subject.directory + '/') && codeCall.kind == PRODUCTION &&
                        codeCall.arguments.anyMatches('grant_type[^a-z]{1,8}refresh_token')
                } labelled 'it asks for a token by the grant refresh_token'
                every anywhere(CodeCall) where {
                    codeCall.file.startsWith(subject.directory + '/') && codeCall.kind == PRODUCTION &&
                        codeCall.arguments.anyMatches('grant_type[^a-z]{1,8}refresh_token')
                } unresolved { codeCall.enclosingFunction == null } has anywhere(TestCase) where {
                    testCase.file.startsWith(subject.directory + '/') && !testCase.skipped && testCase.assertions > 0 &&
                        testCase.targets.contains(codeCall.enclosingFunction) &&
                        (testCase.name =~ '(?i)expir' || testCase.texts.anyMatches('(?i)expir|invalid_token'))
                } labelled 'a test of it lets a token expire'
                use 'passed-tests', files: '**', below: subject.directory
            }
            allOf('somebody says so') {
                no anywhere(RepoFile) where {
                    repoFile.path.startsWith(subject.directory + '/') && repoFile.kind == PRODUCTION
                } labelled 'its sources are not here'
                attested within: 365.days labelled 'somebody tried it'
            }
        }
        fails    "${subject.directory} refreshes no token, or no test lets one expire and holds: ${testCase.name} ${testResult.name}"
        fix      'Refresh by the grant refresh_token, test it with a token that has expired, and export the report of the tests.'
    }
    item('baa-signed') {
        title    'Agreement on health data is signed where its scopes are asked for'
        severity blocker
        phase    prePromotion
        source   'Loop full checklist, Partner integration'
        appliesIf {
            anyOf('it may ask for health data') {
                some anywhere(OAuthClient) where {
                    oAuthClient.integration == subject.name && !param.harmlessScopes.containsAll(oAuthClient.scopes)
                } labelled 'it asks for a scope that is not known to be harmless'
                some anywhere(ScopeDef) where {
                    (scopeDef.scope in param.harmlessScopes) && (scopeDef.phi || !scopeDef.classified)
                } labelled 'a scope that is called harmless is not'
            }
        }
        attested by: param.contractKeepers labelled 'whoever keeps the agreements says that it is signed'
        use 'renewed-record', item: 'loop.full.partner-integration.baa-signed'
        every anywhere(Attestation) where {
            attestation.item == 'loop.full.partner-integration.baa-signed' && attestation.decision == CONFIRMED &&
                attestation.subject == subject.key
        } awaiting { attestation.evidence == null } must { attestation.at <= now } labelled 'the record is linked'
        no anywhere(Attestation) where {
            attestation.item == 'loop.full.partner-integration.baa-signed' && attestation.subject == '*'
        } unresolved { attestation.subject == '*' } labelled 'it names the partner'
        fails    "${subject.name} asks for health data, and its agreement is not signed or ended on ${record.expires}"
        fix      'Sign or renew the agreement and have it attested with a link to the record and its end, or give up the scopes.'
    }
}
