// Code outside of the service imports more than types of the SDK and calls it, and a run of this very commit shows that a call succeeded.
check('sdk-consumer') {
    some anywhere(ImportEdge) where {
        importEdge.toPackage == param.sdkScope + subject.name && !importEdge.typeOnly && importEdge.kind == PRODUCTION &&
            importEdge.owner != subject.owner
    } labelled 'a consumer imports it'
    some anywhere(CodeCall) where {
        codeCall.kind == PRODUCTION && codeCall.owner != subject.owner &&
            (codeCall.module == param.sdkScope + subject.name || codeCall.module.startsWith(param.sdkPackages + subject.name + '/')) &&
            !codeCall.file.startsWith(param.sdkPackages + subject.name + '/')
    } labelled 'a consumer calls it'
    some anywhere(ToolRun) where {
        toolRun.tool == param.sdkCanary && toolRun.exitCode == 0 && toolRun.covered.contains(param.sdkScope + subject.name)
    } at revision labelled 'a call through it succeeded'
    fails "nothing outside of ${subject.name} calls it through the SDK, or no call through it is known to have succeeded on ${subject.sha}"
    fix   'Call the service through the SDK in a canary, and export its run with the packages it `covered`.'
}
