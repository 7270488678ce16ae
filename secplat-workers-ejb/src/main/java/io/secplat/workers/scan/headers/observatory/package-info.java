/**
 * Scores a site's headers as the MDN HTTP Observatory does (algorithm 4, version 1.4.8 of its published package): ten tests,
 * one table of modifiers, one of grades. Knows values only; who fetches them is in {@code visit}.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.observatory;
