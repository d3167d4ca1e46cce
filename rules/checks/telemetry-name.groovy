// What is sent says which service sends it.
check('telemetry-name') {
    every TelemetryInit where { telemetryInit.tool == OPENTELEMETRY } unresolved { telemetryInit.serviceName == null } must {
        telemetryInit.serviceName == subject.name
    }
    fails "${telemetryInit.file} reports as ${telemetryInit.serviceName}, not as ${subject.name}"
    fix   'Give the name of the manifest as serviceName.'
}
