/** How the streams stand, as operators see it. Changes nothing. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.queue;
