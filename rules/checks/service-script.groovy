// The script stands in the package.json of the service, ended well on this very commit, and no run after that did otherwise.
check('service-script') {
    takes {
        script text
        clean bool, default: false
    }
    some PackageManifest where {
        packageManifest.path == subject.directory + '/package.json' && packageManifest.scripts.contains(arg.script)
    } labelled 'there is such a script'
    some anywhere(ToolRun) where {
        toolRun.command == 'pnpm --filter ' + param.packageScope + subject.name + ' ' + arg.script && toolRun.exitCode == 0 &&
            (toolRun.cleanTree || !arg.clean)
    } at revision labelled 'it ended well'
    every anywhere(ToolRun) where {
        toolRun.command == 'pnpm --filter ' + param.packageScope + subject.name + ' ' + arg.script && toolRun.sha == subject.sha &&
            toolRun.exitCode == 0
    } hasNo anywhere(ToolRun), as: 'later' where {
        later.command == toolRun.command && later.sha == toolRun.sha && later.at > toolRun.at &&
            (later.exitCode != 0 || (!later.cleanTree && arg.clean))
    } labelled 'no later run did otherwise'
    fails "${subject.name} has no script `${arg.script}`, or it did not end as it should on ${subject.sha}"
    fix   'Run the script on the commit, and export the run as kind records.tool-run.'
}
