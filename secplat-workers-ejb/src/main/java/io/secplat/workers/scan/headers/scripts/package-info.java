/** Where the scripts of a page come from, as a browser would read their addresses. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.scripts;
