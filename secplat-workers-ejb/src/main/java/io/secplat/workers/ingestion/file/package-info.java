/** Keeps the last list of monitored assets in one file, replaced as a whole. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.file;
