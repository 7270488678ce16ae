/** The main class of the OpenSearch child process; the only code that sees OpenSearch's server libraries. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.opensearch;
