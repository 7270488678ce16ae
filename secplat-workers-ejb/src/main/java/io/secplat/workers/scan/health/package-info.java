/** The scan {@code health_http}: the asset's own http check, done once. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.health;
