// Where other services call this one, a client for machines may do so in each stage.
check('called-client') {
    forEach(['dev', 'staging', 'prod']) { stage ->
        some anywhere(OAuthClient) where {
            oAuthClient.stage == stage && oAuthClient.kind == 'm2m' && oAuthClient.enabled &&
                (oAuthClient.service == subject.name || oAuthClient.clientId == subject.name)
        } fresh 24.hours labelled 'a client is registered in the stage'
    }
    fails "identity has no enabled client for machines that call ${subject.name} in each of dev, staging and prod"
    fix   'Register the client in identity for the stage that lacks it, and export the clients again.'
}
