/**
 * The ignition key of the front door: the JAX-RS application, the gate that keeps it shut in servers of other roles, and the
 * launcher of the API's own loops. Imports no feature.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.runtime;
