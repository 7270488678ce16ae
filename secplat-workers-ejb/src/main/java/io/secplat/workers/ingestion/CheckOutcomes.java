package io.secplat.workers.ingestion;

import io.secplat.contracts.document.HealthEventDocument;
import java.util.function.Consumer;

/**
 * Who hears what of checks.
 *
 * @param results what a target answered
 * @param refused what the guard does not allow
 * @param figures how punctual we are
 */
public record CheckOutcomes(Consumer<HealthEventDocument> results, RefusedProbes refused, ProbeFigures figures) {}
