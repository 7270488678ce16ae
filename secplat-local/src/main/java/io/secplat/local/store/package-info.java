/** Real PostgreSQL, Redis and OpenSearch as child processes, for the local run and for tests. Holds no SecPlat data types. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.store;
