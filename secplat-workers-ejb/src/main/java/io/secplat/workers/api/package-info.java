/**
 * How workers speak to the SecPlat API: calls, answers, and a session that signs in as a service user. What the calls mean
 * belongs to the features; the HTTP client lives in {@code http}.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.api;
