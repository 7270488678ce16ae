/** Reads pages with jsoup, which is known here alone. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.html;
