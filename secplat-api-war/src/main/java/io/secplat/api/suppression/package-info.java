/** Maintenance windows and suppression rules: what keeps an asset or a finding quiet for a while. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.suppression;
