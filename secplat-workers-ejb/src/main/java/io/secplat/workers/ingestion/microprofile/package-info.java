/** The figures of ingestion by MicroProfile Metrics. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.microprofile;
