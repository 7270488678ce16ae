package io.secplat.workers.scan.headers.scripts;

import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.PageScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a script is loaded from. */
public sealed interface ScriptOrigin {

    /** From the site itself, or from within the page. */
    record Own() implements ScriptOrigin {}

    /** From {@code //host/}, by whichever scheme the page has. */
    record AnyScheme() implements ScriptOrigin {}

    /** From an address in full. */
    record Absolute(boolean secure, String host) implements ScriptOrigin {}

    /** From nowhere: there is no source, or a browser cannot read it. */
    record Nowhere() implements ScriptOrigin {}

    Pattern ANY_SCHEME = Pattern.compile("//[^/].*", Pattern.DOTALL);
    Pattern IN_FULL = Pattern.compile("https?://.*", Pattern.DOTALL);

    /** Reads the sources of a page's scripts, in order; the page's own address is not known. */
    static List<ScriptOrigin> all(Page page) {
        Optional<BrowserUrl> base = page.base().flatMap(address -> BrowserUrl.read(address, Optional.empty()));
        return page.scripts().stream().map(script -> of(script, base)).toList();
    }

    private static ScriptOrigin of(PageScript script, Optional<BrowserUrl> base) {
        return script.source()
                .map(source ->
                        BrowserUrl.read(source, base).map(ScriptOrigin::of).orElseGet(() -> unresolved(source)))
                .orElse(new Nowhere());
    }

    private static ScriptOrigin of(BrowserUrl url) {
        return url.isWeb() ? new Absolute(url.scheme().equals("https"), url.host()) : new Own();
    }

    private static ScriptOrigin unresolved(String source) {
        if (source.isEmpty() || IN_FULL.matcher(source).matches()) {
            return new Nowhere();
        }
        return ANY_SCHEME.matcher(source).matches() ? new AnyScheme() : new Own();
    }
}
