/**
 * The append-only table of audit events, its chain's head and its anchors.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.audit.postgres;
