/**
 * The way to the relational truth: connections, transactions, migrations. No feature's SQL.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.postgres;
