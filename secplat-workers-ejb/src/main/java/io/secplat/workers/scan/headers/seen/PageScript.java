package io.secplat.workers.scan.headers.seen;

import java.util.Optional;

/**
 * A script element of a page.
 *
 * @param source its {@code src} attribute as written
 * @param integrity its {@code integrity} attribute, when it is not empty
 */
public record PageScript(Optional<String> source, Optional<String> integrity) {}
