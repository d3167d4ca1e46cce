section('convention', 'Topics of the convention checks') {
    item('scope-enforcement') {
        title    'Scopes are enforced'
        severity blocker
        source   'Loop production readiness, Code'
        appliesIf {
            use 'serves-routes'
            use 'known-public-paths'
        }
        use 'scoped-routes'
    }
    item('audit') {
        title    'Changes are audited'
        severity blocker
        source   'Loop production readiness, Code'
        appliesIf { use 'serves-routes' }
        use 'labelled-mutations'
    }
    item('brand-scoping') {
        title    'Queries keep to the brand'
        severity blocker
        source   'Loop production readiness, Code'
        use 'filtered-queries'
    }
    item('no-raw-fetch') {
        title    'Hosts of the platform are not fetched from'
        source   'Loop production readiness, Code'
        use 'no-platform-fetch'
    }
    item('no-phi-logging') {
        title    'Health data stays out of logs'
        severity blocker
        source   'Loop production readiness, Code'
        use 'safe-logs'
    }
}
