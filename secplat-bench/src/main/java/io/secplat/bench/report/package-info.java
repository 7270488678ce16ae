/** Figures as people and programs read them: medians, ratios, the table, the machine. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.report;
