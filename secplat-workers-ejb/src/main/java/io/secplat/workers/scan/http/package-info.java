/** The job calls of the SecPlat API: JSON in and out, statuses to outcomes. Decides nothing. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.http;
