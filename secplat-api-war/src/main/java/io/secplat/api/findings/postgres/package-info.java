/** Findings in the table {@code findings}; nobody else writes it. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.findings.postgres;
