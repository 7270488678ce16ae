/** The posture as people read it: status documents joined with the inventory, and what they mean. No SQL or index here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.posture;
