/** The HTTP client under the API session; nothing here knows users or tokens. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.api.http;
