/**
 * What systems of alerting say: routes of notifications, alarms, objectives of service level and dashboards. The same
 * readers serve files of a repository and exports of running systems; where something stands, to whom it belongs and
 * whether it is declared or deployed is the business of an {@link io.github.assaymark.facts.alerting.AlertingFile}.
 */
@NullMarked
package io.github.assaymark.facts.alerting;

import org.jspecify.annotations.NullMarked;
