/** The table of assets, with the audit and outbox rows of each change. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.assets.postgres;
