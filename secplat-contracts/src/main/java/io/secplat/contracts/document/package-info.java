/** Documents kept in the search indices, field for field. Nothing here knows OpenSearch. */
@org.jspecify.annotations.NullMarked
package io.secplat.contracts.document;
