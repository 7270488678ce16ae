/** How targets are asked over HTTP, and how the inventory is read from the API. Decides nothing about schedules or posture. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.http;
