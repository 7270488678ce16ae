/** The figures of the outbox by MicroProfile Metrics. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.outbox.microprofile;
