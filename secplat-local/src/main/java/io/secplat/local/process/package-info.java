/** Child processes: how one is prepared, started, recognised again and ended. Knows no particular program. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.process;
