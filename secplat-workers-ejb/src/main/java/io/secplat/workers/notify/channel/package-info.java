/** What a channel is: what it is asked to bring, what it answers, how often it may be asked. Each service has a package of its own beside this one. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.channel;
