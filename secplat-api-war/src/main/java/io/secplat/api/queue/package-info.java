/** How the streams stand, what lies among their dead letters, as operators see it, and the loop that removes from them what every group has settled. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.queue;
