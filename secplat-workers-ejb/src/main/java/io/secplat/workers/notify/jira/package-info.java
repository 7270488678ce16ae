/** The Jira channel: issues, comments and transitions through Jira's REST API, version 3. E-mail and token stay inside. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.jira;
