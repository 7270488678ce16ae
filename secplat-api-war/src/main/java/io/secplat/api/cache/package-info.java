/** Answers that are kept for a moment because many ask for the same. Knows keys and sizes, nothing of what is answered. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.cache;
