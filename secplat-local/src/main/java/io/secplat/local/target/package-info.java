/** The demo targets that SecPlat watches in the local run. Deliberately ordinary, and know nothing of SecPlat. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.target;
