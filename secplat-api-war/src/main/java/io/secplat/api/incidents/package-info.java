/** Incidents, as far as this version handles them: asking for the one Jira issue of an incident. No SQL here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.incidents;
