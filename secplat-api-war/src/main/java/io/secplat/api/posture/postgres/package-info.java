/** What posture reads of the inventory's table; nothing here writes. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.posture.postgres;
