@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.microprofile;
