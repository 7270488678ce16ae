/**
 * The record: what was observed and what it means now, one repository per index, told as ports. Nothing here knows
 * OpenSearch; the adapters live in {@code opensearch}.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.search;
