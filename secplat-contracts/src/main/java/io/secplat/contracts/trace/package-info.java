/** Which trace a call or a message belongs to, as W3C Trace Context writes it. Nothing here knows HTTP or streams. */
@org.jspecify.annotations.NullMarked
package io.secplat.contracts.trace;
