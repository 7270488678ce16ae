/** Reads the HSTS preload list from a file in the form in which the Chromium project publishes it. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.preload;
