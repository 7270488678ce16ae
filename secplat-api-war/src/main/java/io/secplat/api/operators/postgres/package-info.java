/** Acts of operators in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.operators.postgres;
