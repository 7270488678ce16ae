/** How the streams stand, as operators see it, and the loop that removes from them what every group has settled. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.queue;
