/**
 * One process of the harness: the real outbox, relay, leases, consumer and scan handler, with places where it dies. What it leaves
 * out is the wire between API and worker: a worker calls the API's own classes.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.fault.node;
