/** The whole way of an outage: from an asset's new status through the API and a notifier to Slack's door. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.change;
