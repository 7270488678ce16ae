/** What a notifier shows of itself to others. Nothing here knows Redis. */
@org.jspecify.annotations.NullMarked
package io.secplat.contracts.notifier;
