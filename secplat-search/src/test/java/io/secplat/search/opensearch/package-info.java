/** The specs signed by OpenSearch, and what only OpenSearch can get wrong. */
@org.jspecify.annotations.NullMarked
package io.secplat.search.opensearch;
