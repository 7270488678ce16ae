/** What people are told, with what its envelope says, and how it is read from a stream. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.letter;
