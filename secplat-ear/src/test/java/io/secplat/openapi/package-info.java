/** The API's contract, META-INF/openapi.yaml: what it promises, and whether answers keep it. */
@org.jspecify.annotations.NullMarked
package io.secplat.openapi;
