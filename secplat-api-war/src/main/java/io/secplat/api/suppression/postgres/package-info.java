/** Windows and rules, and what they keep quiet, in the tables {@code maintenance_windows} and {@code suppression_rules}. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.suppression.postgres;
