/** Whether what the roles of this server work with answers; every server has this archive. No business rule. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.health;
