/**
 * The append-only table of audit events.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.audit.postgres;
