@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.scripts;
