/** Asks Postgres whether it is there. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.health.postgres;
