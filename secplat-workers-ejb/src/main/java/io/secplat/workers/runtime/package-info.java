/**
 * The ignition key of the engine room: starts the workers that CDI hands it for this server's roles, and tells their health.
 * Imports no feature.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.runtime;
