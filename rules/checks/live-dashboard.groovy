// A dashboard of that title lives in Grafana and shows something. Its file in the repository is not the dashboard.
check('live-dashboard') {
    takes {
        title text
    }
    some Dashboard where {
        dashboard.source == DEPLOYED && dashboard.tool == 'grafana' && dashboard.name.equalsIgnoreCase(arg.title) && dashboard.panels > 0
    } fresh 7.days
    fails "Grafana shows no dashboard with panels of the title that is asked for"
    fix   'Provision the dashboard, and export the dashboards of Grafana again.'
}
