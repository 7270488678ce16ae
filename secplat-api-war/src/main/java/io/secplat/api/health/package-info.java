/** Whether the API and what it stands on answer. No business rule. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.health;
