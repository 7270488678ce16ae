package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.csp.Csp;
import io.secplat.workers.scan.headers.csp.CspReader;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies of a page, from header and markup.
 *
 * @param readable false when one of them cannot be read
 * @param csp what all of them allow together; none when there is none that counts where it stands
 */
record PagePolicy(boolean readable, Optional<Csp> csp) {

    static PagePolicy of(Site site) {
        List<String> header =
                site.reply().headers().value("content-security-policy").stream().toList();
        List<String> meta = site.page().policies();
        return CspReader.read(Stream.concat(header.stream(), meta.stream()).toList())
                .map(csp -> new PagePolicy(true, Optional.of(csp).filter(any -> counts(header, meta))))
                .orElse(new PagePolicy(false, Optional.empty()));
    }

    boolean namesFrameAncestors() {
        return csp.flatMap(policy -> policy.sources("frame-ancestors")).isPresent();
    }

    private static boolean counts(List<String> header, List<String> meta) {
        return !CspReader.read(header).orElse(Csp.NONE).isEmpty()
                || !CspReader.readMeta(meta).orElse(Csp.NONE).isEmpty();
    }
}
