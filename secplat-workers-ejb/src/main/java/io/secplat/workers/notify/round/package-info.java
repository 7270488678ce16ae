/** A letter goes to all of its channels at the same time; one that has to wait holds up no other. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.round;
