/**
 * The record kept in OpenSearch: index templates, one adapter per port, and their wiring. The only package that knows the
 * client library; queries are plain JSON, as the index contract tells them.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.search.opensearch;
