@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.round;
