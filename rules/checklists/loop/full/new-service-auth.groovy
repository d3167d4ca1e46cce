section('new-service-auth', 'New service: access') {
    item('scopes-added') {
        title    'Scopes the service asks for live in the scopes package'
        source   'Loop full checklist, Auth'
        use 'exported-scopes'
    }
    item('baa-gate') {
        title    'Scopes that open health data sit behind the gate for a signed agreement'
        severity blocker
        judges   ScopeDef
        source   'Loop full checklist, Auth'
        appliesIf {
            some anywhere(ScopeDef) where {
                scopeDef.key == subject.key && (scopeDef.phi || !scopeDef.classified)
            } unresolved { !scopeDef.classified } labelled 'the scope opens health data'
            some anywhere(RouteGuard) where {
                routeGuard.kind == SCOPE && (routeGuard.arguments.contains(subject.scope) || !routeGuard.resolved)
            } unresolved { !routeGuard.resolved } labelled 'a route asks for it'
        }
        use 'gated-scope'
    }
    item('consent-text') {
        title    'Consent text of a new scope was reviewed as it stands'
        judges   ScopeDef
        phase    prePromotion
        source   'Loop full checklist, Auth'
        appliesIf {
            use 'compared'
            some anywhere(ScopeDef) where {
                scopeDef.key == subject.key && (scopeDef.addedInThisChange == null || scopeDef.addedInThisChange == true)
            } unresolved { scopeDef.addedInThisChange == null } labelled 'the scope is new'
        }
        some anywhere(ConsentText) where {
            consentText.scope == subject.scope && consentText.words >= 3
        } labelled 'there is a text that says something'
        attested by: 'privacy', within: 365.days, boundTo: anywhere(ConsentText) where { consentText.scope == subject.scope }
        fix      'Write the consent text in packages/consent, and let privacy attest it as it stands.'
    }
    item('m2m-client') {
        title    'Identity knows a client for machines where other services call this one'
        phase    prePromotion
        source   'Loop full checklist, Auth'
        appliesIf { use 'called-by-services' }
        use 'called-client'
    }
}
