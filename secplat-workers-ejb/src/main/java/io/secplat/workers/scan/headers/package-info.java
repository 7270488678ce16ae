/** Security headers: which there are, what they are for, and which an answer lacks. Asks nobody. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers;
