/** What comes close together is told as one letter. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.pipeline.group;
