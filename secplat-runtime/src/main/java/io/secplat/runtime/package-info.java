/**
 * The ground floor: roles, workers and their supervision, the journal, time and identity. Imports no feature; features
 * import {@link io.secplat.runtime.Worker} and what it needs.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.runtime;
