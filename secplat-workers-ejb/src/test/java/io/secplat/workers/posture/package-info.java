/** The rules of the deriver told as examples and properties, and its passes over a record and a courier in memory. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.posture;
