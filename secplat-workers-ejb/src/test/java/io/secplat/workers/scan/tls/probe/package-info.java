/** The probe against servers that answer by a script, and against garbage. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.tls.probe;
