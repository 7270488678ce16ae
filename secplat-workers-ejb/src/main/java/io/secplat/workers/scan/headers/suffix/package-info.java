/** The Public Suffix List as Apache HttpClient carries it, which is known here alone. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.suffix;
