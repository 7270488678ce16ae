/** What scans and people found on assets: how a report changes a finding, and how risky it is. No SQL and no stream here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.findings;
