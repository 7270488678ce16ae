/** Looks at a site as a browser would, has it scored, and reports what its headers lack. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.visit;
