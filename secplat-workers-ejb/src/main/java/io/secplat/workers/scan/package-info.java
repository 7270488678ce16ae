/**
 * Scan jobs: claiming, watching and reporting one, and the vocabulary of what scanners find. How a target is examined
 * belongs to {@code web}, {@code tls}, {@code headers} and {@code health}; how the API is spoken to belongs to {@code http}.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan;
